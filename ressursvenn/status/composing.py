"""From data and what somebody wrote to the report itself: sections that the page and the paper set alike.

Pure. The same data, words and language give the same report.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from ressursvenn.shapes.days import in_words

from . import charts, words

Section = dict[str, Any]
Cell = str | dict[str, str]  # words, or words that lead somewhere


@dataclass(frozen=True, slots=True)
class _Pen:
    """Writes in the one language."""

    language: str

    def say(self, key: str, *filled: object) -> str:
        return words.say(key, self.language).format(*filled)

    def recorded(self, said: str) -> str:
        return words.recorded(said, self.language)

    def hole(self, code: str) -> str:
        return words.hole(code, self.language)

    def medium(self, code: str) -> str:
        return words.medium(code, self.language)

    def section(self, heading: str, **parts: Any) -> Section:
        empty: Section = {"paragraphs": [], "figures": [], "lists": [], "charts": [], "table": None}
        return {"heading": self.say(heading), **empty, **parts}

    def figure(self, number: object, key: str) -> dict[str, str]:
        return {"number": f"{number:,}".replace(",", "\u00a0") if isinstance(number, int) else str(number),
                "word": self.say(key)}  # fmt: skip

    def chart(self, key: str, values: Mapping[str, int]) -> list[dict[str, Any]]:
        """One chart, the longest bar first, or none where there is nothing to draw."""
        if not values:
            return []
        values = dict(sorted(values.items(), key=lambda each: (-each[1], each[0])))
        title = self.say(key)
        said = charts.in_words(values, self.say("chart"))
        rows = [[label, str(value)] for label, value in values.items()]
        svg = charts.bars(values, title=title, said=said)
        return [{"title": title, "said": said, "svg": str(svg), "rows": rows}]


def compose(data: Mapping[str, Any], slots: Mapping[str, str], language: str) -> dict[str, Any]:
    """The whole report."""
    pen = _Pen(language)
    first, last = (date.fromisoformat(data["period"][end]) for end in ("first", "last"))
    return {
        "language": language,
        "title": pen.say("title"),
        "period": pen.say("period", in_words(first), in_words(last)),
        "authors": {"word": pen.say("authors"), "who": slots["authors"]},
        "number": pen.say("number"),
        "sections": [
            pen.section("foreword", paragraphs=_paragraphs(slots["foreword"])),
            pen.section("how", paragraphs=[pen.say("how_told")]),
            _members(pen, data["members"]),
            _meetings(pen, data["meetings"]),
            _actions(pen, data["actions"]),
            _buttons(pen, data["buttons"]),
            _stands(pen, data["stands"]),
            _media(pen, data["media"], slots["press"]),
            _demands(pen, data["demands"]),
            pen.section("deviations", paragraphs=_paragraphs(slots["deviations"])),
            pen.section("plans", paragraphs=_paragraphs(slots["plans"])),
        ],
    }


def _paragraphs(written: str) -> list[str]:
    """An empty line begins a new one."""
    return [
        " ".join(part.split()) for part in written.replace("\r", "").split("\n\n") if part.strip()
    ]


def _table(
    title: str, head: list[str], rows: Sequence[Sequence[Cell]], *, widths: tuple[int, ...]
) -> dict[str, Any] | None:
    """`widths` are shares of the line, for the paper. None where there is nothing to list."""
    return {"title": title, "head": head, "rows": rows, "widths": widths} if rows else None


def _members(pen: _Pen, told: Mapping[str, Any]) -> Section:
    lists = [
        {"word": pen.say(key), "of": told[name]}
        for key, name in (
            ("members_told", "end"), ("joined", "joined"), ("gone", "gone"), ("perhaps", "perhaps_end"),
        )
        if told[name]
    ]  # fmt: skip
    changed = told["joined"] or told["gone"]
    return pen.section(
        "members",
        figures=[
            pen.figure(len(told["start"]), "members_start"),
            pen.figure(len(told["end"]), "members_end"),
        ],
        paragraphs=[] if changed else [pen.say("unchanged")],
        lists=lists,
    )


def _meetings(pen: _Pen, told: Mapping[str, int]) -> Section:
    figures = (("held", "held"), ("decisions", "decided"), ("decisions_done", "done"))
    return pen.section("meetings", figures=[pen.figure(told[name], key) for name, key in figures])


def _actions(pen: _Pen, told: Mapping[str, Any]) -> Section:
    by_hole = {pen.hole(code): many for code, many in told["by_hole"].items()}
    figures = (("held", "actions_held"), ("called_off", "called_off"), ("came", "came"))
    rows = [
        [
            in_words(date.fromisoformat(one["day"])),
            one["title"],
            one["county"],
            pen.hole(one["hole"]),
        ]
        for one in told["list"]
    ]
    head = [pen.say(key) for key in ("day", "action", "county", "hole")]
    return pen.section(
        "actions",
        figures=[pen.figure(told[name], key) for name, key in figures],
        charts=[*pen.chart("by_hole", by_hole), *pen.chart("by_county", told["by_county"])],
        table=_table(pen.say("where"), head, rows, widths=(4, 6, 3, 4)),
    )


def _buttons(pen: _Pen, told: Mapping[str, Any]) -> Section:
    counter = told["counter"]
    figures = [
        pen.figure(told[name], key)
        for name, key in (("ordered", "ordered"), ("sent", "sent"), ("handed_out", "handed_out"))
    ]
    in_all = pen.figure(counter["number"], "counter")
    if counter["or_more"]:
        in_all["number"] = pen.say("or_more", in_all["number"])
    source = pen.recorded(counter["source"])
    notes = [pen.recorded(counter["definition"])]
    notes += [pen.say("source", source)] if source else []
    notes += [] if counter["confirmed"] else [pen.say("unconfirmed")]
    return pen.section(
        "buttons",
        figures=[*figures, in_all],
        charts=pen.chart("handed_by_county", told["handed_out_by_county"]),
        paragraphs=[" ".join(notes)],
    )


def _stands(pen: _Pen, told: Mapping[str, Any]) -> Section:
    return pen.section(
        "stands",
        figures=[
            pen.figure(told["people"], "stands_people"),
            pen.figure(told["organisations"], "stands_organisations"),
        ],
        charts=pen.chart("stands_by_county", told["by_county"]),
        paragraphs=[pen.recorded(told["definition"])],
    )


def _media(pen: _Pen, told: Mapping[str, Any], written: str) -> Section:
    """The list is the figure, one by one: whoever counts the rows has the same number."""
    by_kind = {pen.medium(code): many for code, many in told["by_kind"].items()}
    head = [pen.say(key) for key in ("day", "medium", "kind_of_medium", "was_about")]
    rows = [_mention(pen, one) for one in told["list"]]
    return pen.section(
        "media",
        figures=[pen.figure(told["hits"], "media_hits")],
        charts=pen.chart("media_by_kind", by_kind),
        table=_table(pen.say("mentions"), head, rows, widths=(4, 4, 2, 7)),
        paragraphs=[*([] if rows else [pen.say("no_mentions")]), *_paragraphs(written)],
    )


def _mention(pen: _Pen, told: Mapping[str, str]) -> list[Cell]:
    day, headline = in_words(date.fromisoformat(told["day"])), told["headline"]
    about = {"word": headline, "link": told["link"]} if told["link"] else headline
    return [day, told["medium"], pen.medium(told["kind"]), about]


def _demands(pen: _Pen, told: Mapping[str, Any]) -> Section:
    rows = [_demand(pen, one) for one in told["list"]]
    head = [pen.say(key) for key in ("demand", "hole", "stands_so", "happened")]
    by_hole = {pen.hole(code): many for code, many in told["by_hole"].items()}
    happened = (("promise", "promised"), ("kept", "kept"), ("broken", "broken"))
    return pen.section(
        "demands",
        figures=[
            pen.figure(len(rows), "demands_open"),
            pen.figure(told["new"], "demands_new"),
            *(pen.figure(told["happened"].get(kind, 0), key) for kind, key in happened),
        ],
        charts=pen.chart("demands_by_hole", by_hole),
        table=_table(pen.say("demands"), head, rows, widths=(4, 3, 2, 6)),
        paragraphs=[] if rows else [pen.say("no_demands")],
    )


def _demand(pen: _Pen, told: Mapping[str, Any]) -> list[str]:
    happened = "\n".join(_event(pen, each) for each in told["events"])
    state = words.state(told["state"], pen.language)
    return [told["title"], pen.hole(told["hole"]), state, happened]


def _event(pen: _Pen, told: Mapping[str, str]) -> str:
    source = f" {pen.say('source', told['source'])}" if told["source"] else ""
    return f"{in_words(date.fromisoformat(told['on']))}: {told['what'].rstrip('.')}.{source}"
