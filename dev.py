#!/usr/bin/env python3
"""One door for whoever tries or develops Ressursvenn: python3 dev.py WORD.

Standard library only. What this file says itself goes to stderr; stdout belongs to the command.
It is for trying and developing, and always serves a made-up world. Production uses manage.py.
"""

from __future__ import annotations

import argparse
import contextlib
import errno
import hashlib
import http.client
import os
import platform
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import webbrowser
from pathlib import Path

OLDEST = (3, 11)
ROOT = Path(__file__).resolve().parent
VENV, UV = ROOT / ".venv", ROOT / ".uv"
BIN = "Scripts" if os.name == "nt" else "bin"
PYTHON = str(VENV / BIN / "python")
REQUIREMENTS = ROOT / "requirements"
GROUPS = ("run", "test", "check")  # each holds all of the one before it
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
WITHOUT_A_WORLD = {"check", "help", "makemigrations", "make_world", "migrate", "rulebook"}
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
    if is_installed(VENV, group):
        return
    need_venv_module()
    need_room(ROOT, "work from a copy of the project that is yours to write in")
    install_uv()
    if not Path(PYTHON).exists():
        step([sys.executable, "-m", "venv", "--clear", "--without-pip", str(VENV)])
    say(f"Installing requirements/{group}.txt ...")
    uv("pip", "install", "--python", PYTHON, "--require-hashes", "-r", requirements(group))
    for name in GROUPS[: GROUPS.index(group) + 1]:
        stamp(VENV, name)


def install_uv():
    if is_installed(UV, "uv"):
        return
    say("Fetching uv, which fetches the rest ...")
    step([sys.executable, "-m", "venv", "--clear", str(UV)])
    pip = [str(UV / BIN / "python"), "-m", "pip", "install", "--quiet", "--require-hashes", "-r"]
    step([*pip, requirements("uv")])
    stamp(UV, "uv")


def uv(*arguments):
    never = {**os.environ, "UV_PYTHON_DOWNLOADS": "never"}
    step([str(UV / BIN / "python"), "-m", "uv", "--quiet", *arguments], cwd=ROOT, env=never)


def requirements(group):
    return str(REQUIREMENTS / f"{group}.txt")


def is_installed(folder, group):
    return (folder / BIN).exists() and read(folder / f".has-{group}") == wanted(folder, group)


def stamp(folder, group):
    (folder / f".has-{group}").write_text(wanted(folder, group))


def wanted(folder, group):
    return fingerprint([requirements(group)], f"{folder} {sys.version}")


def fingerprint(files, *more):
    texts = [*more, *(Path(file).read_text("utf-8") for file in sorted(files))]
    return hashlib.sha256("\n".join(texts).encode()).hexdigest()


def read(path):
    return path.read_text("utf-8") if path.exists() else ""


# --- What must be in place, and the sentence when it is not -----------------------------------


def need_python():
    if sys.version_info < OLDEST:
        raise Stop(
            "This is Python {}.{}, and Ressursvenn needs {}.{} or newer: "
            "start dev.py with a newer one.".format(*sys.version_info[:2], *OLDEST)
        )


def need_venv_module():
    try:
        import ensurepip  # noqa: F401
        import venv  # noqa: F401
    except ImportError:
        raise Stop(
            "Python's venv module is missing: install it "
            "(on Debian and Ubuntu: apt install python3-venv) and try again."
        ) from None


def need_room(folder, otherwise):
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        tempfile.TemporaryFile(dir=folder).close()
    except OSError as error:
        raise Stop(f"Cannot write in {folder} ({error.strerror}): {otherwise}.") from None


def need_port(port):
    for family, host in ((socket.AF_INET, "127.0.0.1"), (socket.AF_INET6, "::1")):
        try:
            with socket.socket(family) as door:
                if os.name != "nt":
                    door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
                door.bind((host, port))
        except OSError as error:
            if error.errno in (errno.EADDRINUSE, errno.EACCES):
                raise Stop(
                    f"Port {port} is in use or not yours to use: "
                    f"stop what uses it, or choose another with --port {port % 60000 + 1024}."
                ) from None


# --- The made-up world ------------------------------------------------------------------------


def choose_data(arguments):
    """Take --data DIR out of the arguments; every child finds it in RESSURSVENN_DATA."""
    option = argparse.ArgumentParser(prog="dev.py", add_help=False, allow_abbrev=False)
    option.add_argument("--data", default=os.environ.get("RESSURSVENN_DATA") or ROOT / ".data")
    chosen, rest = option.parse_known_args(arguments)
    os.environ["RESSURSVENN_DATA"] = str(Path(chosen.data).resolve())
    return rest


def make_world():
    """Bring the database up to date and people it, unless that is done already."""
    data = Path(os.environ["RESSURSVENN_DATA"])
    need_room(data, "choose a folder of your own with --data DIR")
    shape = fingerprint([*ROOT.glob("ressursvenn/*/migrations/*.py"), requirements("run")])
    if read(data / "shape") == shape and any(data.glob("*.sqlite3")):
        return
    say(f"Making the made-up world in {data} ...")
    step([PYTHON, str(ROOT / "manage.py"), "migrate", "--no-input", "--verbosity=0"])
    step([PYTHON, str(ROOT / "manage.py"), "make_world"])
    (data / "shape").write_text(shape)


# --- The browser the tests use ----------------------------------------------------------------


def find_browser():
    """The path of a Chromium: on PATH, else Debian's, else npm's."""
    found = os.environ.get("RESSURSVENN_CHROMIUM") or on_path(BROWSERS)
    if found:
        return found
    if shutil.which("apt-get") and os.geteuid() == 0:
        say("Installing Debian's chromium for the tests ...")
        step(["apt-get", "update", "-qq"])
        step(["apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium"])
        return on_path(BROWSERS)
    if (sys.platform, platform.machine()) == ("linux", "x86_64"):
        return fetch_browser()
    raise Stop("The tests need a browser: install Chromium, or name one in RESSURSVENN_CHROMIUM.")


def on_path(names):
    return next(filter(None, map(shutil.which, names)), None)


def fetch_browser():
    """npm's Chromium in .browser, with the libraries and fonts it brings; Node comes as a wheel."""
    node = os.environ["PLAYWRIGHT_NODEJS_PATH"] = str(VENV / BIN / "node")
    if not (BROWSER / "unpacked/fonts").exists():
        say("Fetching npm's Chromium for the tests ...")
        uv_pip_install("browser")
        shutil.copytree(REQUIREMENTS / "browser", BROWSER, dirs_exist_ok=True)
        (BROWSER / "unpacked").mkdir(exist_ok=True)
        there = {"TMPDIR": str(BROWSER / "unpacked"), "AWS_LAMBDA_JS_RUNTIME": "nodejs22.x"}
        step([str(VENV / BIN / "npm"), "ci", "--ignore-scripts", "--silent"], cwd=BROWSER)
        step([node, "unpack.mjs"], cwd=BROWSER, env={**os.environ, **there})
    return str(BROWSER / "chromium")


# --- The words --------------------------------------------------------------------------------


def run(arguments):
    """serve the made-up world here: [--port N] [--data DIR] [--no-browser]"""
    options = argparse.ArgumentParser(prog="dev.py run", allow_abbrev=False)
    options.add_argument("--port", type=int, choices=range(1, 65536), metavar="N", default=8000)
    options.add_argument("--no-browser", action="store_true")
    chosen = options.parse_args(choose_data(arguments))
    need_port(chosen.port)
    install("run")
    make_world()
    serve(chosen.port, opening_a_browser=not chosen.no_browser)


def serve(port, *, opening_a_browser):
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    web = ["-m", "granian", "--interface", "wsgi", "--host", "127.0.0.1", "--port", str(port)]
    size = ["--workers", "2", "--blocking-threads", "4", "--log-level", "warning"]
    server = subprocess.Popen([PYTHON, *web, *size, "config.wsgi:application"], cwd=ROOT)
    try:
        cast = subprocess.run([PYTHON, MANAGE, "cast"], stdout=subprocess.PIPE, check=False)
        wait_for(server, port)
        print(f"http://localhost:{port}\n{cast.stdout.decode()}", end="", flush=True)
        if opening_a_browser and has_a_screen():
            webbrowser.open(f"http://localhost:{port}")
        server.wait()
    except KeyboardInterrupt:
        say("")
    finally:
        server.terminate()
        server.wait()


def wait_for(server, port):
    while not answers(port):
        if server.poll() is not None:
            raise Stop("The web server ended before it answered: what it said stands above.")
        time.sleep(0.05)


def answers(port):
    door = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    with contextlib.suppress(OSError), contextlib.closing(door):
        door.request("GET", "/")
        return bool(door.getresponse().status)
    return False


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
    os.environ.update(RESSURSVENN_MODE="test", RESSURSVENN_CHROMIUM=find_browser())
    if "--full" in arguments:
        os.environ["RESSURSVENN_FULL"] = "1"
    given = [argument for argument in arguments if argument != "--full"]
    alone = any(argument.startswith(("-n", "--numprocesses", "--pdb")) for argument in given)
    return [PYTHON, "-m", "pytest", *([] if alone else ["-n", "2"]), *given]


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
    if command and command[0] not in WITHOUT_A_WORLD and "--help" not in command:
        make_world()
    become([PYTHON, MANAGE, *command])


def why(arguments):
    """why may this person, or this couple, not be matched? REFERENCE [REFERENCE] --by SIGN_NAME"""
    manage(["why", *arguments])


def rulebook(arguments):
    """write docs/rulebook.md from the rules"""
    manage(["rulebook", *arguments])


def bench(arguments):
    """measure against our own limits: NAME (without a name: which there are)"""
    install("run")
    os.chdir(ROOT)
    become([PYTHON, "-m", "benches", *arguments])


def pin(_):
    """lock the versions in pyproject.toml and write requirements/ anew"""
    install_uv()
    uv("lock", "--python", sys.executable)
    export = ["export", "--no-emit-project", "--no-default-groups", "--no-header", "--no-annotate"]
    test, quality = ["--group", "test"], ["--group", "quality"]
    for group, more in {"run": [], "test": test, "check": [*test, *quality]}.items():
        uv(*export, "--format", "requirements-txt", *more, "-o", requirements(group))


WORDS = {word.__name__: word for word in (run, test, check, manage, why, rulebook, bench, pin)}


def main(word="", *arguments):
    if word not in WORDS:
        lines = [f"  {name:9} {does.__doc__}" for name, does in WORDS.items()]
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
