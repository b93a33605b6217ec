"""One of each thing of the alliance, and one that is over, for its addresses to be about."""

from __future__ import annotations

from typing import Any

from django.utils import timezone

from ressursvenn.accounts import changes as accounts
from ressursvenn.alliance import changes as alliance
from ressursvenn.alliance.models import Photo, ReportedTotal, ShownAction
from ressursvenn.alliance.models.actions import TEXT
from tests import marked_world

ACTION = {
    "kind": "stand", "title": "Stand", "told": "Vi deler ut knapper.", "area": "no-oslo-oslo",
    "place": "Torget", "organiser": "Foreningen",
}  # fmt: skip
ORDER = {
    "kind": "school", "county": "Oslo", "number": 5, "attention": "Kontoret", "street": "Veien 1",
    "postcode": "0150", "town": "Oslo",
}  # fmt: skip


def fill(world: Any) -> None:
    """It hangs on the first house only for the table of addresses to find it."""
    ella, notes, second = world.people["ella"], world.oslo.notes, _another()
    for ending in ("", "_over"):
        made = {**_members(ella, ending), **_meetings(ella, ending), **_buttons(ella, ending)}
        made |= _actions(ella, second, ending)
        notes |= {f"{name}{ending}": row for name, row in made.items()}
    _end(notes, ella)


def _another() -> Any:
    """Another editor, whose name is nobody's secret."""
    return accounts.take_in(
        sign_name="eskil",
        name="Eskil Rød",
        role="alliance_editor",
        email="eskil@example.org",
        by=None,
    )


def _members(by: Any, ending: str) -> dict[str, Any]:
    membership = alliance.note_membership(
        name=f"Organisasjon{ending}", since=marked_world.ago(99), since_source="referat", by=by
    )
    house = membership.organisation
    contact = alliance.note_contact(organisation=house, name="Kontakt", by=by)
    group = alliance.form_group(hole="help", name="Gruppe", task="Oppdrag", by=by)
    seat = alliance.give_seat(group=group, organisation=house, by=by)
    ambassador = alliance.note_ambassador(
        name="Ambassadør", known_as="musiker", agreed=marked_world.ago(9), by=by
    )
    return {
        "membership": membership, "organisation": house, "org_contact": contact, "work_group": group,
        "seat": seat, "ambassador": ambassador,
    }  # fmt: skip


def _meetings(by: Any, ending: str) -> dict[str, Any]:
    meeting = alliance.call_meeting(day=marked_world.ago(9), title="Møte", by=by)
    decision = alliance.note_decided(meeting=meeting, text=f"Vedtak{ending}", by=by)
    return {"alliance_meeting": meeting, "decision": decision}


def _buttons(by: Any, ending: str) -> dict[str, Any]:
    given = {"kind": "school", "county": "Oslo", "number": 5, "day": marked_world.ago(1), "by": by}
    order = alliance.order_buttons(who=f"Skole{ending}", **ORDER)
    hand_out = alliance.note_handed_out(who=f"Skole{ending}", source="brev", **given)
    alliance.lay_out_totals(by=by)
    total = ReportedTotal.objects.get(code="end-of-2017" if ending else "later")
    return {"button_order": order, "hand_out": hand_out, "total": total}


def _actions(by: Any, second: Any, ending: str) -> dict[str, Any]:
    """One that everybody may read, and a draft."""
    out, draft = (alliance.plan(day=marked_world.ago(2), by=by, **ACTION) for _ in range(2))
    told = {name: getattr(out, name) for name in TEXT}
    ShownAction.objects.create(
        action=out, version=1, written_by=by, shown_by=second, shown_at=timezone.now(), **told
    )
    photo = Photo(
        action=out, picture=b"\xff\xd8", width=1, height=1, described="Bord", consent="nobody"
    )
    photo.noted_on = photo.shown_on = marked_world.ago(1)
    photo.noted_by, photo.shown_by = by, second
    photo.save()
    mention = alliance.note_mention(
        medium="Posten", kind="paper", headline=f"Stand{ending}", day=marked_world.ago(1), action=out, by=by
    )  # fmt: skip
    return {
        "campaign": out, "campaign_draft": draft, "item": out.items.first(), "photo": photo,
        "mention": mention,
    }  # fmt: skip


def _end(notes: dict[str, Any], by: Any) -> None:
    """What is called `_over` is over."""
    alliance.note_membership_ended(
        membership=notes["membership_over"], until=marked_world.ago(5), until_source="brev", by=by
    )
    alliance.end_contact(contact=notes["org_contact_over"], by=by)
    alliance.leave_seat(seat=notes["seat_over"], by=by)
    alliance.wind_up_group(group=notes["work_group_over"], by=by)
    alliance.withdraw_ambassador(ambassador=notes["ambassador_over"], by=by)
    alliance.note_decision_done(decision=notes["decision_over"], by=by)
    alliance.decline_order(order=notes["button_order_over"], why="empty", by=by)
    alliance.forget_delivery(order=notes["button_order_over"], by=by)
    alliance.strike_handed_out(hand_out=notes["hand_out_over"], by=by)
    alliance.note_item_done(item=notes["item_over"], by=by)
    alliance.strike_mention(mention=notes["mention_over"], why="twice", by=by)
    alliance.call_off(action=notes["campaign_over"], by=by)
    alliance.call_off(action=notes["campaign_draft_over"], by=by)
