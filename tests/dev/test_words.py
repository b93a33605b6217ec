"""One door, one word each; stdout belongs to the command."""

import json
import sys

import pytest

from .conftest import ROOT

WORLD = ["migrate --no-input --verbosity=0", "make_world"]


def test_without_a_word_it_tells_which_there_are(project):
    answer = project.does()

    assert (answer.returncode, answer.stdout) == (2, "")
    words = [line.split()[0] for line in answer.stderr.splitlines()[1:]]
    assert words == [
        "run", "test", "check", "bench", "drill", "mutate-guards", "manage", "why", "disclose", "rulebook",
    ]  # fmt: skip


@pytest.mark.parametrize(("word", "code"), [("--help", 0), ("unveil", 2), ("serve", 2)])
def test_help_is_an_answer_and_an_unknown_word_is_not(project, word, code):
    answer = project.does(word)

    assert (answer.returncode, answer.stdout) == (code, "")


def test_stdout_is_the_commands_alone(project):
    answer = project.does("manage", "bring_in", "a.xlsx", "--json")

    assert json.loads(answer.stdout) == ["bring_in", "a.xlsx", "--json"]
    assert "Making the made-up world" in answer.stderr


def test_the_exit_code_is_the_commands(project):
    (project.folder / "manage.py").write_text("import sys; sys.exit(7)")

    assert project.does("manage", "check").returncode == 7


def test_no_data_makes_the_world_first_and_only_then(project):
    project.does("why", "abc", "--by", "koordinator")
    project.does("why", "def", "--by", "koordinator")

    asked = [f"why {reference} --by koordinator" for reference in ("abc", "def")]
    assert project.asked() == [*WORLD, *asked]


def test_a_new_migration_brings_the_data_up_to_date(project):
    project.does("why", "abc")
    migrations = project.folder / "ressursvenn" / "pairs" / "migrations"
    migrations.mkdir(parents=True)
    (migrations / "0002_one_more.py").touch()

    project.does("why", "abc")

    assert project.asked() == [*WORLD, "why abc", *WORLD, "why abc"]


@pytest.mark.parametrize("word", ["check", "makemigrations", "migrate", "rulebook"])
def test_some_commands_need_no_world(project, word):
    project.does("manage", word)

    assert project.asked() == [word]


def test_the_world_can_be_made_in_another_size(project):
    project.does("manage", "make_world", "--size", "10")

    assert project.asked() == [WORLD[0], "make_world --size 10"]


@pytest.mark.parametrize(
    "arguments",
    [
        ["manage", "--data", "elsewhere", "why", "abc"],
        ["manage", "why", "abc", "--data=elsewhere"],
        ["why", "abc", "--data", "elsewhere"],
    ],
)
def test_data_may_lie_elsewhere_and_the_word_stands_anywhere(project, arguments):
    answer = project.does(*arguments)

    assert json.loads(answer.stdout) == ["why", "abc"]
    assert project.asked(project.folder / "elsewhere") == [*WORLD, "why abc"]
    assert not (project.data / "asked").exists()


def test_what_is_installed_is_not_installed_again(project, monkeypatch):
    monkeypatch.setattr(project.dev, "step", None)

    for group in project.dev.GROUPS:
        project.dev.install(group)


def test_a_changed_list_is_installed(project, monkeypatch):
    steps = []
    monkeypatch.setattr(project.dev, "step", lambda command, **_: steps.append(command))
    (project.folder / "requirements" / "test.txt").write_text("one-more==1.0\n")
    (project.folder / ".uv").mkdir()

    project.dev.install("run")
    project.dev.install("test")
    project.dev.install("test")

    lists = [command[-1] for command in steps if "--require-hashes" in command]
    assert lists == [
        str(project.folder / "requirements" / f"{name}.txt") for name in ("uv", "test")
    ]


TWO = ["-n", "2", "--dist", "worksteal"]


@pytest.mark.parametrize(
    ("arguments", "passed_on"),
    [
        ([], TWO),
        (["-q", "tests/pairs"], [*TWO, "-q", "tests/pairs"]),
        (["--full", "-k", "why"], [*TWO, "-k", "why"]),
        (["-n0"], ["-n0"]),
        (["-n", "4"], ["-n", "4"]),
        (["--pdb"], ["--pdb"]),
    ],
)
def test_everything_after_test_goes_to_pytest(project, monkeypatch, arguments, passed_on):
    for name in ("RESSURSVENN_CHROMIUM", "RESSURSVENN_MODE", "RESSURSVENN_FULL"):
        monkeypatch.setenv(name, "/opt/chromium")
    monkeypatch.chdir(project.folder)

    command = project.dev.pytest(arguments)

    assert command == [project.dev.PYTHON, "-m", "pytest", *passed_on]
    full = project.dev.os.environ["RESSURSVENN_FULL"]
    assert (full == "1") == ("--full" in arguments)


def test_it_is_short_and_needs_nothing():
    text = (ROOT / "dev.py").read_text()
    imported = [
        line.split()[1] for line in text.splitlines() if line.startswith(("import", "from"))
    ]

    assert len(text.splitlines()) <= 400
    assert {name.split(".")[0] for name in imported} <= sys.stdlib_module_names


@pytest.mark.parametrize(
    "path", [*sorted((ROOT / "requirements").rglob("*.*")), ROOT / "dev.py"], ids=str
)
def test_no_registry_is_named(path):
    if path.is_file() and "node_modules" not in path.parts:
        assert "://" not in path.read_text().replace("http://localhost", "")


def test_every_version_is_locked_by_its_hash():
    for group in ("run", "test", "check", "uv", "browser"):
        lines = (ROOT / "requirements" / f"{group}.txt").read_text().splitlines()
        named = [n for n, line in enumerate(lines) if line and line[0] not in " #"]
        assert named
        assert all("==" in lines[n] and "--hash=sha256:" in lines[n + 1] for n in named)


def test_each_list_holds_all_of_the_one_before():
    def pins(group):
        lines = (ROOT / "requirements" / f"{group}.txt").read_text().splitlines()
        return {line.split()[0] for line in lines if line and line[0] not in " #"}

    assert pins("run") < pins("test") < pins("check")
