#!/usr/bin/env python3
"""One door for whoever tries or develops Ressursvenn: python3 dev.py WORD.

Standard library only. What this file says itself goes to stderr; stdout belongs to the command.
It is for trying and developing, and always serves a made-up world. Production uses manage.py.
"""

import argparse
import contextlib
import errno
import hashlib
import http.client
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import webbrowser
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV, UV = ROOT / ".venv", ROOT / ".uv"
BIN = "Scripts" if os.name == "nt" else "bin"
PYTHON, UV_PYTHON = str(VENV / BIN / "python"), str(UV / BIN / "python")
MANAGE, LISTS = str(ROOT / "manage.py"), ROOT / "requirements"
GROUPS = ("run", "test", "check")  # each holds all of the one before it
WITHOUT_A_WORLD = {
    "check", "compare_names", "data_page", "help", "makemigrations", "migrate", "rulebook", "verify_log",
}  # fmt: skip
TWO = ("-n", "2", "--dist", "worksteal")  # each half of the tests, and then what the other has left
QUALITY = {
    "ruff check": ["-m", "ruff", "check", "."],
    "ruff format": ["-m", "ruff", "format", "--check", "."],
    "mypy": ["-m", "mypy"],
    "import contracts": ["-c", "from importlinter.cli import lint_imports_command as c; c()"],
    "start-up checks": ["manage.py", "check"],
    "migrations": ["manage.py", "makemigrations", "--check", "--dry-run"],
}


class Stop(Exception):
    """One sentence: what is wrong, and what to do."""


def say(sentence):
    print(sentence, file=sys.stderr, flush=True)


def step(command, **how):
    """Run a command whose words are ours, not the answer: they go to stderr."""
    if subprocess.call(command, stdout=sys.stderr, **how):
        raise Stop(f"That did not go well. What was said above came from: {command[-1]}")


def become(command):
    """Hand the terminal over: from here on signals, stdout and exit code are the command's."""
    if os.name == "nt":
        sys.exit(subprocess.call(command))
    os.execv(command[0], command)


# --- The environment: .venv, filled by a pinned uv that lives in .uv --------------------------


def install(group):
    """Let .venv hold what requirements/GROUP.txt names. Nothing is done when it already does."""
    if is_done(VENV / f".has-{group}", signature(group)):
        return
    need_venv_module()
    need_room(ROOT, "work in a copy of the project that is yours")
    install_uv()
    if not Path(PYTHON).exists():
        step([sys.executable, "-m", "venv", "--clear", "--without-pip", str(VENV)])
    say(f"Installing what requirements/{group}.txt names ...")
    uv_install(group)
    for name in GROUPS[: GROUPS.index(group) + 1]:
        (VENV / f".has-{name}").write_text(signature(name))


def install_uv():
    if is_done(UV / ".has-uv", signature("uv")):
        return
    say("Fetching uv, which fetches the rest ...")
    step([sys.executable, "-m", "venv", "--clear", str(UV)])
    pip = [UV_PYTHON, "-m", "pip", "install", "--quiet", "--require-hashes", "-r"]
    step([*pip, str(LISTS / "uv.txt")])
    (UV / ".has-uv").write_text(signature("uv"))


def uv_install(group):
    never = {**os.environ, "UV_PYTHON_DOWNLOADS": "never"}
    pip = [UV_PYTHON, "-m", "uv", "pip", "install", "--quiet", "--python", PYTHON]
    step([*pip, "--require-hashes", "-r", str(LISTS / f"{group}.txt")], env=never)


def signature(group):
    return fingerprint([LISTS / f"{group}.txt"], sys.version, str(ROOT))


def fingerprint(files, *more):
    texts = [*more, *(Path(file).read_text("utf-8") for file in sorted(map(str, files)))]
    return hashlib.sha256("\n".join(texts).encode()).hexdigest()


def is_done(stamp, text):
    return stamp.exists() and stamp.read_text("utf-8") == text


def need_python():
    if sys.version_info < (3, 11):
        raise Stop(f"This is Python {sys.version.split()[0]}: start dev.py with 3.11 or newer.")


def need_venv_module():
    try:
        import ensurepip  # noqa: F401
        import venv  # noqa: F401
    except ImportError:
        cure = "on Debian and Ubuntu, apt install python3-venv"
        raise Stop(f"Python's venv module is missing: install it ({cure}).") from None


def need_room(folder, otherwise):
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        tempfile.TemporaryFile(dir=folder).close()
    except OSError as error:
        raise Stop(f"Cannot write in {folder} ({error.strerror}): {otherwise}.") from None


def need_port(port):
    if not 0 < port < 65536:
        raise Stop("A port is a number from 1 to 65535.")
    for host, family in (("127.0.0.1", socket.AF_INET), ("::1", socket.AF_INET6)):
        try:
            socket.create_server((host, port), family=family).close()
        except OSError as error:  # a machine without IPv6 is no hindrance
            if error.errno in (errno.EADDRINUSE, errno.EACCES):
                raise Stop(f"Port {port} is taken: choose another with --port N.") from None


# --- The made-up world ------------------------------------------------------------------------


def choose_data(arguments):
    """Take --data DIR out of the arguments. Every child finds it in RESSURSVENN_DATA."""
    option = argparse.ArgumentParser(prog="dev.py", add_help=False, allow_abbrev=False)
    option.add_argument("--data", default=os.environ.get("RESSURSVENN_DATA") or ROOT / ".data")
    chosen, rest = option.parse_known_args(arguments)
    data = Path(chosen.data).resolve()
    need_room(data, "choose a folder of your own with --data DIR")
    os.environ["RESSURSVENN_DATA"] = str(data)
    return rest


def make_world(*command):
    """Bring the database up to date and people it, unless that is done already."""
    data = Path(os.environ["RESSURSVENN_DATA"])
    shape = fingerprint([*ROOT.glob("ressursvenn/*/migrations/*.py"), LISTS / "run.txt"])
    if is_done(data / "shape", shape) and (data / "house.sqlite3").exists():
        return
    say(f"Making the made-up world in {data} ...")
    begin_anew_without_keys(data)
    step([PYTHON, MANAGE, "migrate", "--no-input", "--verbosity=0"])
    if command[:1] != ("make_world",):  # it is about to be made, in its own size
        step([PYTHON, MANAGE, "make_world"])
    (data / "shape").write_text(shape)


def begin_anew_without_keys(data):
    """A made-up world whose keys lay in its own database cannot be read any more: another is made."""
    if (data / "house.sqlite3").exists() and not (data / "keeper").exists():
        say(
            "The made-up world here is from before the keys had a keeper. It makes way for a new one."
        )
        for left in data.glob("house.sqlite3*"):
            left.unlink()


@contextlib.contextmanager
def keeper():
    """The process that holds the keys, for as long as this lasts. Its socket is in RESSURSVENN_KEEPER."""
    if os.name == "nt":
        raise Stop("The keeper of keys needs a Unix machine: use WSL on Windows.")
    data = Path(os.environ["RESSURSVENN_DATA"])
    folder = data / "keeper"
    if not (
        data / "house.sqlite3"
    ).exists():  # a new world has new keys, and a log that begins anew
        shutil.rmtree(folder, ignore_errors=True)
    with tempfile.TemporaryDirectory(prefix="rv-", dir="/tmp") as private:
        door = f"{private}/k"
        words = ["-m", "keeper", "serve", "--folder", str(folder), "--socket", door]
        process = subprocess.Popen(
            [PYTHON, *words],
            cwd=ROOT,
            env={**os.environ, "KEEPER_STAYS_WITH_STDIN": "yes"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        try:
            if process.stdout.readline() != b"ready\n":
                raise Stop("The keeper of keys did not start: what it said stands above.")
            os.environ["RESSURSVENN_KEEPER"] = door
            yield process
        finally:
            process.stdin.close()
            process.wait()


# --- The words --------------------------------------------------------------------------------


def run(arguments):
    """serve the made-up world here: [--port N] [--data DIR] [--no-browser]"""
    options = argparse.ArgumentParser(prog="dev.py run", allow_abbrev=False)
    options.add_argument("--port", type=int, metavar="N", default=8000)
    options.add_argument("--no-browser", action="store_true")
    chosen = options.parse_args(choose_data(arguments))
    need_port(chosen.port)
    install("run")
    for ending in ("SIGINT", "SIGTERM", "SIGHUP"):
        signal.signal(getattr(signal, ending, signal.SIGTERM), lambda *_: sys.exit(0))
    with keeper():
        make_world()
        serve(chosen.port, opening_a_browser=not chosen.no_browser)


def serve(port, *, opening_a_browser):
    web = f"-m granian --interface wsgi --host 127.0.0.1 --port {port} --log-level error"
    size = "--workers 1 --blocking-threads 8 --workers-kill-timeout 1 config.wsgi:application"
    server = subprocess.Popen([PYTHON, *web.split(), *size.split()], cwd=ROOT)
    try:
        wait_for(server, port)
        print(f"http://localhost:{port}", flush=True)
        subprocess.call([PYTHON, MANAGE, "cast"])
        if opening_a_browser and has_a_screen():
            webbrowser.open(f"http://localhost:{port}")
        with caretaker():
            server.wait()
    finally:
        server.terminate()
        server.wait()


@contextlib.contextmanager
def caretaker():
    """Beside the web server: the post, the log's checkpoints, what is due to be erased."""
    rounds = subprocess.Popen([PYTHON, MANAGE, "keep_house"], cwd=ROOT, stdout=subprocess.DEVNULL)
    try:
        yield
    finally:
        rounds.terminate()
        rounds.wait()


def wait_for(server, port):
    while server.poll() is None:
        door = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
        with contextlib.suppress(OSError), contextlib.closing(door):
            door.request("GET", "/")
            return door.getresponse()
        time.sleep(0.05)
    raise Stop("The web server ended before it answered: what it said stands above.")


def has_a_screen():
    shown = {"DISPLAY", "WAYLAND_DISPLAY"} & os.environ.keys()
    return "CI" not in os.environ and (shown or sys.platform != "linux")


def test(arguments):
    """run the tests: [--full] [pytest arguments]"""
    become(pytest(arguments))


def pytest(arguments):
    """The command that tests: two at a time, unless the arguments say otherwise."""
    install("test")
    os.chdir(ROOT)
    os.environ.update(RESSURSVENN_MODE="test", RESSURSVENN_CHROMIUM=chromium())
    if "--full" in arguments:
        os.environ["RESSURSVENN_FULL"] = "1"
    given = [argument for argument in arguments if argument != "--full"]
    alone = any(argument.startswith(("-n", "--numprocesses", "--pdb")) for argument in given)
    return [PYTHON, "-m", "pytest", *([] if alone else TWO), *given]


def chromium():
    from tests.browser import find_browser

    return find_browser(step, bring_node)


def bring_node():
    uv_install("browser")
    return VENV / BIN


def check(arguments):
    """what CI runs: style, types, import contracts, Django's checks, then the tests"""
    install("check")
    os.chdir(ROOT)
    os.environ["RESSURSVENN_MODE"] = "test"
    refused = []
    for name, words in QUALITY.items():
        say(f"{name} ...")
        refused += [name] if subprocess.call([PYTHON, *words]) else []
    if refused:
        say(f"These said no: {', '.join(refused)}. The tests follow, and cannot make it a yes.")
    sys.exit(subprocess.call(pytest(arguments)) or bool(refused))


def manage(arguments):
    """a Django command in the made-up world: [--data DIR] COMMAND ..."""
    command = choose_data(arguments)
    install("run")
    if not command or command[0] in WITHOUT_A_WORLD or "--help" in command:
        become([PYTHON, MANAGE, *command])
    with keeper():
        make_world(*command)
        sys.exit(subprocess.call([PYTHON, MANAGE, *command]))


def why(arguments):
    """why may this person, or this couple, not be matched? REFERENCE [REFERENCE] --by SIGN_NAME"""
    manage(["why", *arguments])


def disclose(arguments):
    """tables of counts protected, or attacked: TABLES.json [--attack-only] [--json] [--seconds N]"""
    install("run")
    os.environ["PYTHONPATH"] = str(ROOT)  # the file is named from where one stands
    become([PYTHON, "-m", "ressursvenn.disclosure", *arguments])


def rulebook(arguments):
    """write docs/rulebook.md from the rules"""
    manage(["rulebook", *arguments])


def drill(arguments):
    """try a promise on the running product, and write down what was seen: NAME"""
    install("test")
    os.chdir(ROOT)
    become([PYTHON, "-m", "drills", *arguments])


def mutate_guards(arguments):
    """take the guards away one by one: does a test turn red? [--sample N | --all]"""
    install("test")
    os.chdir(ROOT)
    become([PYTHON, "-m", "mutants", *arguments])


def bench(arguments):
    """measure against our own limits: NAME (without a name: which there are)"""
    install("test")
    os.chdir(ROOT)
    become([PYTHON, "-m", "benches", *arguments])


ALL = (run, test, check, bench, drill, mutate_guards, manage, why, disclose, rulebook)
WORDS = {word.__name__.replace("_", "-"): word for word in ALL}


def main(word="", *arguments):
    if word not in WORDS:
        lines = [f"  {name:13} {does.__doc__}" for name, does in WORDS.items()]
        say("\n".join(["python3 dev.py WORD, where WORD is one of", *lines]))
        sys.exit(0 if word in ("help", "-h", "--help") else 2)
    os.environ.update(DJANGO_SETTINGS_MODULE="config.settings", RESSURSVENN_MODE="trial")
    try:
        need_python()
        WORDS[word]([*arguments])
    except (Stop, OSError) as trouble:
        sys.exit(str(trouble))
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    main(*sys.argv[1:])
