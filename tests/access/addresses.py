"""Every address of the house with what it is about: own, another's, ended, and nothing that exists.

`own` belongs to the reader's house (for a volunteer: is her own pair). `other` is a list: the same thing
in the other association, and every mixture of ours with theirs. `ended` is ours and over: ended,
withdrawn, left, settled, taken out or taken back. `none` was never anything.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any
from urllib.parse import urlencode

from django.urls import get_resolver, reverse

from ressursvenn.accounts.permissions import Permission
from tests.marked_world import House, World

OWNERSHIPS = ("own", "other", "ended", "none")
NOTHING = "zzzzzzzz"
IN_THE_OPEN = (
    "agenda_public:",
    "alliance_public:",
    "door_public:",
    "reporting_public:",
    "stands_public:",
    "status_public:",
)
ROLES = {
    "anonymous": "",
    "coordinator": "kari",
    "coordinator2": "kaja",
    "group_leader": "gro",
    "volunteer": "solveig",
    "centre_contact": "kirsti",
    "national_adviser": "astrid",
    "vetting_officer": "vigdis",
    "privacy_officer": "pernille",
    "alliance_editor": "ella",
    "funder": "bodil",
    "grant_keeper": "toril",
    "system_administrator": "siri",
}


def entries(resolver: Any = None, space: str = "") -> Iterator[tuple[str, Any]]:
    """Every address there is, with its name."""
    for entry in (resolver or get_resolver()).url_patterns:
        if hasattr(entry, "url_patterns"):
            yield from entries(entry, f"{entry.namespace}:" if entry.namespace else space)
        else:
            yield f"{space}{entry.name or entry.pattern}", entry


def names() -> list[str]:
    """The name of every address there is."""
    return [name for name, _ in entries()]


def needs(name: str) -> tuple[Permission, ...]:
    """The rights of which a page takes one; none for a page that is open."""
    return tuple(getattr(dict(entries())[name].callback, "permission", ()))


@dataclass(frozen=True)
class About:
    """What an address is about in one house: one thing of ours, and one that is over."""

    own: Callable[[House], tuple[Any, ...]]
    ended: Callable[[House], tuple[Any, ...]]
    query: tuple[str, ...] = ()  # the parts stand in the query, under these names


def _refs(*rows: Any) -> tuple[str, ...]:
    return tuple(row.reference for row in rows)


VOLUNTEER = About(
    lambda house: _refs(house.volunteers["free"]), lambda house: _refs(house.volunteers["left"])
)
PARTICIPANT = About(
    lambda house: _refs(house.participants["waiting"]),
    lambda house: _refs(house.participants["withdrawn"]),
)
ERASED = About(  # soon to be erased, and one who has withdrawn
    lambda house: _refs(house.participants["ended"]),
    lambda house: _refs(house.participants["withdrawn"]),
)
COUPLE = About(
    lambda house: _refs(house.participants["waiting"], house.volunteers["free"]),
    lambda house: _refs(house.participants["withdrawn"], house.volunteers["left"]),
    query=("deltaker", "ressursvenn"),
)


def _pair(state: str) -> About:
    return About(lambda house: _refs(house.pairs[state]), lambda house: _refs(house.pairs["ended"]))


def _meet_up(by: str) -> About:
    return About(
        lambda house: _refs(house.pairs["running"], house.meet_ups[by]),
        lambda house: _refs(house.pairs["ended"], house.meet_ups[f"ended_{by}"]),
    )


def _place(what: str) -> About:
    return About(
        lambda house: _refs(house.places[what]), lambda house: _refs(house.places[f"{what}_out"])
    )


BRINGING = About(
    lambda house: _refs(house.books["brought"]), lambda house: _refs(house.books["taken_back"])
)
QUESTION = About(
    lambda house: _refs(house.notes["question"]), lambda house: _refs(house.notes["answered"])
)
ARRIVED = About(
    lambda house: _refs(house.notes["arrived"]), lambda house: _refs(house.volunteers["left"])
)
HELD = About(
    lambda house: _refs(house.notes["held"]), lambda house: _refs(house.volunteers["left"])
)
BEGUN = About(  # whoever has the link has the draft: there is no other's, only a wrong link
    lambda house: (house.notes["begun"] if house.slug == "oslo" else NOTHING,),
    lambda house: (house.notes["begun_and_gone"],),
)
COURSE = About(
    lambda house: _refs(house.notes["course"]), lambda house: _refs(house.notes["course_off"])
)
EVENING = About(
    lambda house: _refs(house.notes["evening"]), lambda house: _refs(house.notes["evening_off"])
)
ON_COURSE = About(
    lambda house: _refs(house.notes["course"], house.volunteers["running"]),
    lambda house: _refs(house.notes["course_off"], house.volunteers["left"]),
)
ADVERT = About(
    lambda house: _refs(house.notes["advert"]), lambda house: _refs(house.notes["closed_advert"])
)
DRAFT = About(
    lambda house: _refs(house.notes["draft_advert"]),
    lambda house: _refs(house.notes["closed_advert"]),
)
REFEREE = About(  # one who has a link, and one who has used hers
    lambda house: _refs(house.volunteers["learning"], house.notes["referee"]),
    lambda house: _refs(house.volunteers["learning"], house.notes["answered_referee"]),
)
STATEMENT = About(REFEREE.ended, REFEREE.own)
REFEREE_LINK = About(  # whoever has the word has the page: there is no other's, only a wrong word
    lambda house: (house.notes["referee_word"] if house.slug == "oslo" else NOTHING,),
    lambda house: (house.notes["used_referee_word"],),
)
GROUP = About(
    lambda house: _refs(house.notes["group"]), lambda house: _refs(house.notes["group_down"])
)
GUIDANCE = About(
    lambda house: _refs(house.notes["guidance"]), lambda house: _refs(house.notes["guidance_off"])
)
GUIDANCE_AHEAD = About(lambda house: _refs(house.notes["guidance_ahead"]), GUIDANCE.ended)
GATHERING = About(
    lambda house: _refs(house.notes["gathering"]),
    lambda house: _refs(house.notes["counted_gathering"]),
)


def _national(own: str, ended: str) -> About:
    """The country's, and of no house: there is no other's, only what is not there."""

    def noted(what: str) -> Callable[[House], tuple[Any, ...]]:
        return lambda house: _refs(house.notes[what]) if what in house.notes else (NOTHING,)

    return About(noted(own), noted(ended))


def _always(*parts: str) -> About:
    """What is there from the first day, whatever anybody has made."""
    return About(
        lambda house: parts if house.slug == "oslo" else (NOTHING,) * len(parts),
        lambda house: parts,
    )


VERSION = _national("page_version", "page_text")  # a translation, and what is none
REPORT = _national("report", "issued_report")
ISSUED = _national("issued_report", "report")  # what is not issued is as nothing
NUMBERS = _national("proposal", "released_proposal")


def _of_alliance(what: str) -> About:
    return _national(what, f"{what}_over")


def _in_parts(own: str, *nothing: Any, ended: str = "") -> About:
    """The same, where the parts of the address are noted ready made."""
    over = ended or f"{own}_over"
    return About(
        lambda house: house.notes.get(own, nothing), lambda house: house.notes.get(over, nothing)
    )


STAND, LINK = _in_parts("stand", NOTHING), _in_parts("stand_word", NOTHING)
DEMAND, FIGURE = _in_parts("demand", NOTHING), _in_parts("figure", NOTHING)
ACTION, MEETING = _of_alliance("campaign"), _of_alliance("alliance_meeting")
ROOMS = {
    "alliance": ACTION,
    "alliance_public": ACTION,
    "stands": STAND,
    "stands_public": _in_parts("shown_stand", NOTHING, ended="stand_over"),
    "agenda": DEMAND,
    "agenda_public": DEMAND,
    "door": VERSION,
    "door_public": _always("ar"),
    "grants": _national("grant", "grant_over"),
    "status": REPORT,
    "status_public": ISSUED,
    "reporting": NUMBERS,
    "reporting_public": _in_parts("released_year", 0),
    "support": GROUP,
    "support_volunteer": GUIDANCE_AHEAD,
    "screening": VOLUNTEER,
    "screening_neutral": REFEREE_LINK,
    "adverts": ADVERT,
    "adverts_public": ADVERT,
    "training": COURSE,
    "training_volunteer": COURSE,
    "agreements": VOLUNTEER,
    "together": QUESTION,
    "volunteers": VOLUNTEER,
    "participants": PARTICIPANT,
    "pairs": _pair("running"),
    "pairs_volunteer": _pair("running"),
    "oversight": PARTICIPANT,
    "spreadsheets": BRINGING,
}
ADDRESSES = {
    **dict.fromkeys(("alliance:member", "alliance:contact"), _of_alliance("organisation")),
    "alliance:contact_ended": _of_alliance("org_contact"),
    **dict.fromkeys(
        (
            "alliance:membership_ended",
            "alliance:confirm_membership",
            "alliance:put_right_membership",
        ),
        _of_alliance("membership"),
    ),
    **dict.fromkeys(
        (
            *(
                "alliance:meeting",
                "alliance:minutes",
                "alliance:approve_minutes",
                "alliance:decide",
            ),
            "alliance:correct_minutes",
        ),
        MEETING,
    ),
    "alliance:decision_done": _of_alliance("decision"),
    **dict.fromkeys(("alliance:seat", "alliance:group_wound_up"), _of_alliance("work_group")),
    "alliance:seat_left": _of_alliance("seat"),
    **dict.fromkeys(
        ("alliance:show_ambassador", "alliance:withdraw_ambassador"), _of_alliance("ambassador")
    ),
    **dict.fromkeys(
        (
            *("alliance:order", "alliance:send_buttons", "alliance:decline_order"),
            "alliance:forget_delivery",
        ),
        _of_alliance("button_order"),
    ),
    **dict.fromkeys(
        ("alliance:strike_handed_out", "alliance:confirm_handed_out"), _of_alliance("hand_out")
    ),
    **dict.fromkeys(("alliance:confirm_total", "alliance:look_over_total"), _of_alliance("total")),
    "alliance:throw_away_action": _of_alliance("campaign_draft"),
    "alliance:item": _of_alliance("item"),
    **dict.fromkeys(
        (
            *("alliance:picture", "alliance:show_photo", "alliance:take_down_photo"),
            *("alliance_public:picture", "alliance_public:small_picture"),
        ),
        _of_alliance("photo"),
    ),
    "alliance:strike_mention": _of_alliance("mention"),
    "alliance:mentions_of": About(  # a year that may have mentions, the first, and none
        lambda house: (2026 if house.slug == "oslo" else 0,), lambda house: (2012,)
    ),
    "alliance_public:calendar_of": About(  # a year there is a calendar of, the first, and none
        lambda house: (2026 if house.slug == "oslo" else 0,), lambda house: (2012,)
    ),
    **dict.fromkeys(("stands:one_news", "stands:throw_away_news"), _in_parts("news", NOTHING)),
    **dict.fromkeys(("stands_public:confirm", "stands_public:take_back"), LINK),
    "stands_public:out": _in_parts("reader_word", NOTHING),
    **dict.fromkeys(
        ("agenda:confirm_text", "agenda:throw_away_text"), _in_parts("text", NOTHING, 0)
    ),
    **dict.fromkeys(
        ("agenda:confirm_happening", "agenda:strike"), _in_parts("happening", NOTHING, NOTHING)
    ),
    **dict.fromkeys(
        ("agenda:confirm_evidence", "agenda:take_out_evidence"),
        _in_parts("evidence", NOTHING, NOTHING),
    ),
    **dict.fromkeys(
        (
            *("agenda:figure", "agenda:rewrite_figure", "agenda:confirm_figure"),
            *("agenda:withdraw_figure", "agenda:throw_away_figure"),
        ),
        FIGURE,
    ),
    "agenda_public:version": _in_parts("version", NOTHING, 0),
    "agenda_public:addressee": _in_parts("addressee", NOTHING),
    "agenda_public:hole": _always("forskning"),
    **dict.fromkeys(
        ("grants:funder", "grants:new_scheme", "grants:new_meeting", "grants:new_reader"),
        _of_alliance("funder"),
    ),
    "grants:reader_out": _of_alliance("reader"),
    **dict.fromkeys(
        ("grants:confirm_scheme", "grants:correct_scheme", "grants:new_call"),
        _of_alliance("scheme"),
    ),
    "grants:correct_call": _of_alliance("grant_call"),
    "grants:strike_meeting": _of_alliance("funder_meeting"),
    "grants:undo_file": _of_alliance("account_file"),
    **dict.fromkeys(("grants:expense", "grants:strike_expense"), _of_alliance("expense")),
    "grants:charge_back": _of_alliance("charge"),
    "grants:new_indicator": _of_alliance("grant_goal"),
    "grants:condition_met": _of_alliance("condition"),
    "grants:change_answer": _of_alliance("amendment"),
    "grants:strike_experience": _of_alliance("experience"),
    "grants:take_out": _in_parts("grant_part", NOTHING, NOTHING),
    **dict.fromkeys(
        (
            *("grants:report", "grants:write", "grants:goals", "grants:figures", "grants:draft"),
            *("grants:issue", "grants:throw_away_report"),
        ),
        _national("grant_report", "issued_grant_report"),
    ),
    **dict.fromkeys(
        ("grants:read", "grants:pdf", "grants:xlsx", "grants:json"),
        _national("issued_grant_report", "grant_report"),
    ),
    "door:look": _always("rod-knapp"),
    "door:history": _always("near", "nb"),
    "door:write": _always("near", "nb"),
    "support:of": VOLUNTEER,
    "support:talk": VOLUNTEER,
    "support:evening": GUIDANCE,
    "support:called_off": GUIDANCE,
    **dict.fromkeys(
        ("support:counted", "support:gathering_corrected", "support:gathering_off"), GATHERING
    ),
    "support:member_out": About(
        lambda house: _refs(house.notes["group"], house.volunteers["running"]),
        lambda house: _refs(house.notes["group_down"], house.volunteers["left"]),
    ),
    "screening:referee_contact": REFEREE,
    "screening:referee_link": REFEREE,
    "screening:referee_struck": REFEREE,
    "screening:statement": STATEMENT,
    **dict.fromkeys(("adverts:rewrite", "adverts:publish", "adverts:throw_away"), DRAFT),
    "training:of": VOLUNTEER,
    "training:certificate": VOLUNTEER,
    "training:move_evening": EVENING,
    "training:call_off_evening": EVENING,
    "training:attendance": EVENING,
    "training:list": EVENING,
    "training:make_up": About(
        lambda house: _refs(house.notes["evening"], house.volunteers["running"]),
        lambda house: _refs(house.notes["evening_off"], house.volunteers["left"]),
    ),
    "training:sign_up": ON_COURSE,
    "training:withdraw": ON_COURSE,
    "training:take_out_material": About(
        lambda house: (house.notes["course"].reference, house.notes["material"].pk),
        lambda house: (house.notes["course_off"].reference, house.notes["material"].pk),
    ),
    "training_volunteer:calendar": EVENING,
    "training_volunteer:make_up": EVENING,
    "agreements:sign_for_us": About(
        lambda house: _refs(house.volunteers["running"], house.notes["signing"]),
        lambda house: _refs(house.volunteers["left"], house.notes["unsigned"]),
    ),
    "agreements:paper": About(
        lambda house: _refs(house.volunteers["running"], house.notes["signed"]),
        lambda house: _refs(house.volunteers["left"], house.notes["unsigned"]),
    ),
    "agreements_volunteer:sign": About(
        lambda house: _refs(house.notes["signing"]), lambda house: _refs(house.notes["unsigned"])
    ),
    "agreements_volunteer:paper": About(
        lambda house: _refs(house.notes["signed"]), lambda house: _refs(house.notes["unsigned"])
    ),
    "welcome": About(
        lambda house: (house.notes["word"],), lambda house: (house.notes["used_word"],)
    ),
    "arrivals:answer": ARRIVED,
    "arrivals:let_in": HELD,
    "arrivals:turn_away": HELD,
    "arrivals_public:draft": BEGUN,
    "arrivals_public:throw_away": BEGUN,
    "volunteers:answered": About(
        lambda house: _refs(house.volunteers["applied"]),
        lambda house: _refs(house.volunteers["left"]),
    ),
    "volunteers:approval": About(
        lambda house: _refs(house.volunteers["to_approve"]),
        lambda house: _refs(house.volunteers["left"]),
    ),
    "volunteers:concern_settled": About(
        lambda house: _refs(house.volunteers["of_concern"], house.notes["concern"]),
        lambda house: _refs(house.volunteers["of_concern"], house.notes["settled_concern"]),
    ),
    "volunteers:hours_struck": About(
        lambda house: (house.volunteers["free"].reference, house.notes["hours"].pk),
        lambda house: (house.volunteers["free"].reference, house.notes["struck_hours"].pk),
    ),
    "participants:received": About(
        lambda house: _refs(house.participants["referred"]),
        lambda house: _refs(house.participants["withdrawn"]),
    ),
    "participants:unknown_pair_settled": About(
        lambda house: _refs(house.participants["unknown"]),
        lambda house: _refs(house.participants["withdrawn"]),
    ),
    "apart:entry": About(
        lambda house: _refs(house.kept["sealed"]), lambda house: _refs(house.kept["settled"])
    ),
    "apart:name": PARTICIPANT,
    "web:erasing": ERASED,
    "web:erasing_keep": ERASED,
    "web:erasing_now": ERASED,
    "oversight:glass": About(
        lambda house: _refs(house.notes["glass"]), lambda house: _refs(house.notes["no_glass"])
    ),
    "pairs:why_not": COUPLE,
    "pairs:decision": COUPLE,
    "pairs:approval": _pair("decided"),
    "pairs:her_answer": _pair("approved"),
    "pairs:volunteer_answer": _pair("asked"),
    "pairs:introduction": _pair("both"),
    "pairs:introduced": _pair("planned"),
    "pairs:calling_off": _pair("decided"),
    "pairs:closing_talk": About(
        lambda house: _refs(house.pairs["ended"]), lambda house: _refs(house.pairs["not_to_be"])
    ),
    "pairs:correct": _meet_up("leader"),
    "pairs:take_back": _meet_up("leader"),
    "pairs_volunteer:correct": _meet_up("volunteer"),
    "pairs_volunteer:take_back": _meet_up("volunteer"),
    "neighbourhood:confirm_place": _place("place"),
    "neighbourhood:take_out_place": _place("place"),
    "neighbourhood:confirm_free_thing": _place("free_thing"),
    "neighbourhood:take_out_free_thing": _place("free_thing"),
    "spreadsheets:proposal": About(
        lambda house: _refs(house.books["proposal"]), lambda house: _refs(house.books["decided"])
    ),
}
WITHOUT = {  # addresses of these rooms that are about nobody in particular
    "stands:all", "stands:several", "stands:aside", "stands:passed", "stands:news",
    "stands_public:take", "stands_public:thanks", "stands_public:all", "stands_public:material",
    "stands_public:poster", "stands_public:badges", "stands_public:share", "stands_public:button",
    "stands_public:wear",
    "agenda:all", "agenda:new", "agenda:addressees", "agenda:figures", "agenda:new_figure",
    "agenda_public:all", "agenda_public:since", "agenda_public:figures", "agenda_public:data",
    "agenda_public:json", "agenda_public:demands_csv", "agenda_public:happenings_csv",
    "agenda_public:figures_csv", "agenda_public:versions_csv", "agenda_public:evidence_csv",
    "alliance:all", "alliance:members", "alliance:new_member", "alliance:meetings", "alliance:new_meeting",
    "alliance:groups", "alliance:ambassadors", "alliance:buttons", "alliance:stock", "alliance:packing",
    "alliance:handed_out", "alliance:actions", "alliance:new_action", "alliance:mentions",
    "alliance:new_mention",
    "alliance_public:front", "alliance_public:members", "alliance_public:buttons", "alliance_public:order",
    "alliance_public:ordered", "alliance_public:calendar", "alliance_public:calendar_file",
    "door:all", "door_public:ressursvenn", "door_public:help", "door_public:near", "door_public:about",
    "door_public:privacy", "door_public:accessibility",
    "grants:all", "grants:new", "grants:funders", "grants:new_funder", "grants:expenses", "grants:new_expense",
    "grants:file",
    "status:all", "status:new", "status_public:all", "status_public:about_data",
    "reporting:all", "reporting:propose", "reporting:limit", "reporting:answers",
    "reporting_public:all", "reporting_public:definitions", "reporting_public:about_data",
    "support:all", "support:new_group", "support:new_gathering", "support_volunteer:all",
    "support_volunteer:heavy", "support_volunteer:taken_back",
    "screening:all", "screening:criteria", "screening:guide", "screening:recipient", "screening:basis",
    "adverts:all", "adverts:new", "adverts:website",
    "adverts_public:all", "adverts_public:json_feed", "adverts_public:atom_feed",
    "agreements:all", "agreements:texts",
    "training:all", "training:new", "training_volunteer:all", "training_volunteer:certificate",
    "oversight:all", "oversight:said", "oversight:break_glass",
    "together:all", "together:answer_many", "together:role", "together:recovery",
    "volunteers:all", "volunteers:new", "volunteers:ask_for_all", "volunteers:board", "participants:all",
    "participants:refer", "pairs:all", "pairs:suggestions",
    "pairs_volunteer:first", "spreadsheets:bring_in", "spreadsheets:take_in",
}  # fmt: skip


def about(name: str) -> About | None:
    """What an address is about; None when it is about nothing of anybody's."""
    if name in WITHOUT:
        return None
    return ADDRESSES.get(name) or ROOMS.get(name.partition(":")[0])


def paths(name: str, world: World) -> dict[str, list[str]]:
    """Where an address is, by ownership, as somebody of Oslo sees it."""
    what = about(name)
    if what is None:
        return {"own": [reverse(name)]}
    own, theirs = what.own(world.oslo), what.own(world.nabo)
    nothing = tuple(0 if isinstance(part, int) else NOTHING for part in own)
    other = [*_mixtures(own, theirs), *_others_here(name, world)]
    none = _mixtures(own, nothing)
    parts = {"own": [own], "other": other, "ended": [what.ended(world.oslo)], "none": none}
    return {
        ownership: [path(name, what, args) for args in several]
        for ownership, several in parts.items()
    }


def _mixtures(own: tuple[Any, ...], theirs: tuple[Any, ...]) -> list[tuple[Any, ...]]:
    """All of theirs, or any of it among ours."""
    if len(own) == 1:
        return [theirs]
    return [theirs, (own[0], theirs[1]), (theirs[0], own[1])]


def _others_here(name: str, world: World) -> list[tuple[Any, ...]]:
    """To a volunteer a pair of somebody else in her own association is as closed as any."""
    if not name.startswith("pairs_volunteer:"):
        return []
    not_hers, noted = world.oslo.pairs["planned"], world.oslo.meet_ups["volunteer"]
    if name in ("pairs_volunteer:correct", "pairs_volunteer:take_back"):
        return [_refs(not_hers, noted)]
    return [_refs(not_hers), _refs(world.oslo.pairs["asked"])]


def path(name: str, what: About, args: tuple[Any, ...]) -> str:
    """Where it is, with its parts in the address or in the query."""
    if what.query:
        return f"{_where(name)}?{urlencode(dict(zip(what.query, args, strict=True)))}"
    return _where(name, *args)


@cache
def _where(name: str, *args: Any) -> str:
    return reverse(name, args=args)
