"""The stylesheet: joined from its parts, small, ours alone, and mindful of those who need it to be."""

import gzip
import re

from django.core.management import call_command

from ressursvenn.web import stylesheet

CSS = stylesheet.joined()


def test_the_joined_file_is_current_or_run_join_css():
    assert stylesheet.JOINED.read_text("utf-8") == CSS


def test_joining_writes_the_file(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(stylesheet, "JOINED", tmp_path / "web.css")

    call_command("join_css")

    assert (tmp_path / "web.css").read_text("utf-8") == CSS


def test_the_list_of_layers_comes_first_and_every_rule_lies_in_one():
    assert CSS.startswith("@layer tokens, elements, components, faces, paper;")
    assert all(
        path.read_text().startswith(("@layer ", "/*")) for path in stylesheet.PARTS.glob("*.css")
    )


def test_it_is_small():
    assert len(gzip.compress(CSS.encode())) < 12_000


def test_nothing_comes_from_elsewhere():
    assert re.findall(r"url\(|@import|https?:", CSS) == []


def test_sides_are_logical_so_that_right_to_left_works():
    sided = re.findall(
        r"(?:margin|padding|border)-(?:left|right)\b|text-align: (?:left|right)", CSS
    )

    assert sided == []


def test_the_focus_ring_is_three_pixels_and_never_taken_away_from_what_can_be_pressed():
    assert "outline: 3px solid var(--focus)" in CSS
    assert [rule for rule in CSS.split("}") if "outline: none" in rule] == [
        "\nmain:focus, main:focus-visible { outline: none; "
    ]


def test_motion_dark_print_and_forced_colours_are_thought_of():
    asked = re.findall(r"@media \(?([\w-]+)", CSS)

    assert {"prefers-color-scheme", "prefers-reduced-motion", "print", "forced-colors"} <= set(
        asked
    )
