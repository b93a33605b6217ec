"""The house checks itself: a new page, field, rule or change that forgets a habit fails here."""

import re
from importlib import import_module
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.apps import apps
from django.db import models
from django.urls import get_resolver

from ressursvenn.accounts.guard import anyone
from ressursvenn.accounts.permissions import Permission
from ressursvenn.programme.rules import Rule
from ressursvenn.protection.fields import _Encrypted

from . import habits

HOUSE = Path(import_module("ressursvenn").__file__).parent
ROOT = HOUSE.parent
CODE = [path for path in HOUSE.rglob("*.py") if "migrations" not in path.parts]
CHANGES = sorted([*HOUSE.glob("*/changes.py"), *HOUSE.glob("*/changes/[a-z]*.py")])
TEMPLATES = sorted(HOUSE.rglob("*.html"))
MODELS = [model for model in apps.get_models() if model.__module__.startswith("ressursvenn.")]
OURS = pytest.mark.parametrize("model", MODELS, ids=lambda model: model._meta.label)
FUNCTION_AT_MOST, FILE_AT_MOST = 40, 400
LONGER_WITH_A_REASON: set[str] = set()  # at most five, each with its reason beside it

# Days that are not acts: nobody did them, or they lie ahead.
DAYS_WITHOUT_PERSON = {
    "protection.AuditEntry.at",
    # whoever makes the rounds sends: the house itself
    *(f"post.Outgoing.{end}_at" for end in ("trying", "sent", "dropped", "unknown")),
}


def ids(path):
    return str(path.relative_to(HOUSE))


def rules():
    for path in sorted(HOUSE.glob("*/rules.py")):
        module = import_module(f"ressursvenn.{path.parent.name}.rules")
        yield from (value for value in vars(module).values() if isinstance(value, Rule))


def test_every_page_names_the_right_it_takes_or_why_it_is_open():
    assert habits.unguarded(habits.pages(get_resolver())) == []


@OURS
def test_every_field_is_in_exactly_one_class(model):
    assert habits.unsorted_fields(model) == []


@OURS
def test_a_field_is_encrypted_exactly_when_it_is_card_or_record(model):
    assert habits.wrongly_sorted(model, _Encrypted) == []


@OURS
def test_every_model_says_how_long_it_is_kept(model):
    assert model.Handling.keep


@OURS
def test_a_day_comes_with_whoever_did_it(model):
    assert habits.days_without_person(model, DAYS_WITHOUT_PERSON) == []


def test_no_two_rules_share_a_code_and_each_names_a_real_right_and_its_source():
    listed = list(rules())
    codes = [rule.code for rule in listed]

    assert len(codes) == len(set(codes)) > 20
    assert {rule.told_to for rule in listed} <= set(Permission)
    assert all(
        re.fullmatch(
            r"(VOL|PAR|MAT|PAI|TOG|TRA|SCR|AGR|SUP|ADV|ARR|AGE|ALL|DOO|STA|STN|REP|GRA)-\d\d", code
        )
        for code in codes
    )
    assert all(rule.source and rule.sentence.endswith(".") for rule in listed)


def test_every_rule_stands_in_a_test_and_in_the_rulebook():
    tested = "".join(path.read_text() for path in ROOT.glob("tests/*/test_*.py"))
    told = (ROOT / "docs/rulebook.md").read_text()

    assert [rule.code for rule in rules() if f'"{rule.code}"' not in tested] == []
    assert [rule.code for rule in rules() if rule.code not in told] == []


@pytest.mark.parametrize("path", CHANGES, ids=ids)
def test_a_change_is_named_for_what_happened_and_says_by_whom(path):
    assert habits.changes_without_by(path) == []


@pytest.mark.parametrize("path", CHANGES, ids=ids)
def test_a_row_is_looked_through_before_it_is_kept(path):
    assert habits.kept_unchecked(path) == []


@pytest.mark.parametrize("path", CODE, ids=ids)
def test_functions_and_files_stay_short(path):
    faults = habits.too_long(path, FUNCTION_AT_MOST, FILE_AT_MOST)

    assert [fault for fault in faults if fault.split()[0] not in LONGER_WITH_A_REASON] == []


@pytest.mark.parametrize("path", CODE, ids=ids)
def test_every_module_says_what_it_is_for(path):
    empty = not path.read_text().strip()

    assert empty or habits.without_docstring(path) == []


@pytest.mark.parametrize("path", CODE, ids=ids)
def test_no_word_that_the_glossary_gave_up(path):
    assert habits.bad_names(path) == []


VIEWS = [p for p in CODE if p.stem in ("views", "forms") or p.parent.name in ("views", "forms")]


@pytest.mark.parametrize("path", VIEWS, ids=ids)
def test_views_and_forms_leave_the_tables_alone(path):
    assert habits.touches_tables(path) == []


@pytest.mark.parametrize("path", CODE, ids=ids)
def test_nobody_names_another_rooms_tables(path):
    assert habits.foreign_tables(path, path.relative_to(HOUSE).parts[0]) == []


@pytest.mark.parametrize("path", TEMPLATES, ids=ids)
def test_a_template_has_no_script_or_style_of_its_own(path):
    assert habits.inline_in(path) == []


@pytest.mark.parametrize("path", TEMPLATES, ids=ids)
def test_no_title_holds_a_value(path):
    titles = re.findall(r"block title %}(.*?){% endblock", path.read_text(), re.DOTALL)

    assert [title for title in titles if "{{" in title] == []


def test_no_field_could_find_a_participant_or_tell_about_her():
    rooms = ("participants", "apart", "pairs")
    fields = [
        field.name
        for model in MODELS
        if model._meta.app_label in rooms
        for field in model._meta.get_fields()
    ]

    assert habits.locating(fields) == []


def test_migrations_are_named_by_hand():
    named = [path.stem for path in HOUSE.glob("*/migrations/0*.py")]

    assert [name for name in named if re.search(r"_(initial|auto|alter|remove)_?\d*", name)] == []


POINTS = (
    "HOUSE.md",
    "docs/threats.md",
    "docs/keys.md",
    *(f"docs/privacy/{page}.md" for page in ("dpia", "record", "breach")),
)


@pytest.mark.parametrize("page", POINTS)
def test_every_file_that_a_page_points_at_exists(page):
    within = r"`((?:ressursvenn|config|keeper|deploy|tests|docs)/[\w/.\-]+)`"
    pointed = re.findall(within, (ROOT / page).read_text())

    assert pointed
    assert [path for path in pointed if not (ROOT / path).exists()] == []


def test_the_rulebook_is_current():
    from ressursvenn.pairs import rulebook

    assert (ROOT / "docs/rulebook.md").read_text() == rulebook.text()


def test_no_file_names_a_registry_or_a_path_outside():
    outside = re.compile(r"/work/|\.\./shared|pypi\.org|pythonhosted|registry\.npmjs")
    text = [
        p
        for p in ROOT.rglob("*")
        if p.suffix in (".py", ".md", ".toml", ".txt", ".html", ".css", ".js")
    ]
    kept = [
        p for p in text if not {".venv", ".uv", ".data", ".git"} & set(p.relative_to(ROOT).parts)
    ]

    assert [str(p) for p in kept if p != Path(__file__) and outside.search(p.read_text())] == []


# --- each habit has been seen to say no -----------------------------------------------------------


def planted(tmp_path, name, text):
    path = tmp_path / name
    path.write_text(text)
    return path


class Handled:
    plain, card, record, sign_in, keep = {"id", "seen_on"}, {"id"}, set(), set(), "x"


def planted_model(**fields):
    meta = type("Meta", (), {"app_label": "planted", "managed": False})
    body = {"__module__": __name__, "Meta": meta, "Handling": Handled, **fields}
    return type(f"Planted{len(apps.all_models['planted'])}", (models.Model,), body)


def test_a_row_kept_unchecked_is_seen(tmp_path):
    path = planted(
        tmp_path, "changes.py",
        "def one():\n    row.save()\n\ndef two():\n    row.full_clean()\n    row.save()\n\n"
        "def three():\n    row.save()\n    row.full_clean()\n\ndef four():\n    row.save(update_fields=[])\n",
    )  # fmt: skip

    assert habits.kept_unchecked(path) == ["one 2", "three 9"]


def test_an_open_page_without_a_reason_is_seen():
    entries = [
        ("a/", SimpleNamespace(callback=lambda request: None)),
        ("b/", SimpleNamespace(callback=anyone("because")(lambda request: None))),
    ]

    assert habits.unguarded(entries) == ["a/"]


def test_an_unsorted_field_and_one_sorted_twice_are_seen():
    model = planted_model(name=models.TextField())

    assert habits.unsorted_fields(model) == ["id", "name", "seen_on"]


def test_a_readable_field_called_card_is_seen():
    assert habits.wrongly_sorted(planted_model(), _Encrypted) == ["id"]


def test_a_day_without_a_person_is_seen():
    model = planted_model(seen_on=models.DateField(null=True))

    assert habits.days_without_person(model, set()) == [f"{model._meta.label}.seen_on"]


@pytest.mark.parametrize(
    ("name", "text", "ask"),
    [
        ("changes.py", 'def note_it(*, on):\n    """It."""\n', habits.changes_without_by),
        ("changes.py", 'def update_it(*, by):\n    """It."""\n', habits.changes_without_by),
        ("changes.py", "def note_it(*, by):\n    pass\n", habits.changes_without_by),
        ("views.py", "Row.objects.get()\n", habits.touches_tables),
        ("forms.py", "row.save()\n", habits.touches_tables),
        ("page.html", '<p style="color: red">', habits.inline_in),
        ("page.html", "<script>alert()</script>", habits.inline_in),
        ("page.html", '<img src="https://example.org/x.png">', habits.inline_in),
        ("people.py", "class VictimProfile: ...\n", habits.bad_names),
        ("utils.py", "x = 1\n", habits.bad_names),
        (
            "queries.py",
            "from ressursvenn.participants.models import Participant\n",
            lambda path: habits.foreign_tables(path, "volunteers"),
        ),
        ("room.py", "x = 1\n", habits.without_docstring),
        ("long.py", "def f():\n" + "    x = 1\n" * 45, lambda path: habits.too_long(path, 40, 400)),
        ("long.py", "x = 1\n" * 401, lambda path: habits.too_long(path, 40, 400)),
    ],
)
def test_a_planted_fault_is_seen(tmp_path, name, text, ask):
    assert ask(planted(tmp_path, name, text)) != []


@pytest.mark.parametrize(
    "name", ["home_address", "child_name", "surname", "latitude", "school", "visit_day"]
)
def test_a_locating_field_is_seen(name):
    assert habits.locating(["called", name]) == [name]
