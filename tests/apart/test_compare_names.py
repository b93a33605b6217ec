"""`compare_names FILE.json`: a list in, a list out, no table touched."""

import json

import pytest
from django.core.management import CommandError, call_command


@pytest.fixture
def compare(tmp_path, capsys):
    def told(content):
        path = tmp_path / "pairs.json"
        path.write_text(content if isinstance(content, str) else json.dumps(content), "utf-8")
        call_command("compare_names", str(path))
        return json.loads(capsys.readouterr().out)

    return told


def test_each_pair_has_its_answer_in_order(compare):
    pairs = [
        {"a": {"name": "Kari Hansen"}, "b": {"name": "Hansen, Kari"}},
        {"a": {"name": "Kari Hansen"}, "b": {"name": "Per Dahl"}},
        {"a": {"name": "Kari", "phone": "+47 912 34 567"}, "b": {"phone": "0047 91234567"}},
        {"a": {"email": "k.h+x@gmail.com"}, "b": {"email": "KH@googlemail.com", "name": None}},
        {"a": {"name": "K. Hansen"}, "b": {"name": "Kari Hansen"}},
        {"a": {"name": "Kari Hansen"}, "b": {"name": "K. Hansen"}},
    ]

    assert compare(pairs) == [
        {"match": True, "by": "name_spelled"},
        {"match": False, "by": None},
        {"match": True, "by": "phone"},
        {"match": True, "by": "email"},
        {"match": True, "by": "initials"},
        {"match": True, "by": "initials"},
    ]


@pytest.mark.parametrize(
    "pair",
    [
        {"a": {}, "b": {}},
        {"a": {"name": ""}, "b": {"name": ""}},
        {"a": {"name": None, "phone": None, "email": None}, "b": {"phone": "", "email": ""}},
        {"a": None, "b": {"name": "Kari Hansen"}},
        {"b": {"name": "Kari Hansen"}},
        {"a": {"phone": True}, "b": {"phone": True}},
    ],
)
def test_what_is_missing_is_alike_to_nothing(compare, pair):
    assert compare([pair]) == [{"match": False, "by": None}]


def test_a_number_may_stand_as_a_number(compare):
    assert compare([{"a": {"phone": 91234567}, "b": {"phone": "912 34 567"}}])[0]["by"] == "phone"


def test_an_empty_list_is_an_empty_list(compare):
    assert compare([]) == []


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("", "not JSON"),
        ("{", "not JSON"),
        ("[" * 100_000, "not JSON"),
        ('{"a": 1}', "not a list"),
        ("[1]", "Pair number 1"),
        ('[{"a": {}, "b": {}}, {"a": "Kari", "b": {}}]', "Pair number 2"),
        ('[{"a": {"name": ["Kari"]}, "b": {}}]', "not a text"),
    ],
)
def test_a_bad_file_is_told_in_a_sentence(compare, content, said):
    with pytest.raises(CommandError, match=said) as refused:
        compare(content)

    assert refused.value.returncode == 2


def test_a_file_that_is_not_there():
    with pytest.raises(CommandError, match="could not be read") as refused:
        call_command("compare_names", "/nowhere/pairs.json")

    assert refused.value.returncode == 2
