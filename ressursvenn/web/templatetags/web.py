"""What templates may say that the rooms should not have to: words for codes, days, areas, icons."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from django import template
from django.conf import settings
from django.forms import BoundField, CheckboxInput
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from ressursvenn.programme import words as lists
from ressursvenn.programme.lines import Line, Weight
from ressursvenn.shapes import days
from ressursvenn.web import help_lines as table
from ressursvenn.web import pictures
from ressursvenn.web.help_lines import HelpLine, shown
from ressursvenn.web.icons import ICONS

register = template.Library()

SIGNS = {
    Weight.CONCERN_OPEN: ("late", "Bekymring"),
    Weight.FATE_UNKNOWN: ("late", "Ukjent"),
    Weight.GONE_QUIET: ("late", "Stille"),
    Weight.INTRODUCTION_WITHOUT_PLACE: ("late", "Uten sted"),
    Weight.WAITS_FOR_YOU: ("soon", "Venter på deg"),
    Weight.APPLICANT_UNANSWERED: ("soon", "Ubesvart"),
    Weight.FOLLOW_UP_OVERDUE: ("soon", "På overtid"),
    Weight.ERASED_NEXT: ("soon", "Slettes"),
    Weight.CERTIFICATE_TO_SEE: ("calm", "Politiattest"),
    Weight.LAST_MONTH: ("calm", "Siste måned"),
    Weight.ERASED_SOON: ("calm", "Slettes"),
    Weight.NEXT_STEP: ("calm", "Neste steg"),
    Weight.WAITING: ("calm", "Venter"),
    Weight.TO_SETTLE: ("calm", "Mangler"),
}


@register.filter
def words(codes: Iterable[str] | str | None, list_name: str) -> str:
    """`{{ volunteer.languages|words:"LANGUAGES" }}` → norsk, somali og urdu. One code works too."""
    known = getattr(lists, list_name)
    return lists.told([codes] if isinstance(codes, str) else codes or (), known)


@register.filter
def day(value: date | datetime | None) -> str:
    """`{{ pair.ended_on|day }}` → 3. mars 2026. Nothing for nothing."""
    return days.in_words(value) if value else ""


@register.filter
def short_day(value: date | datetime | None) -> str:
    """`{{ meet_up.day|short_day }}` → 3. mars."""
    return days.without_year(value) if value else ""


@register.filter
def since(value: date) -> str:
    """`{{ line.since|since }}` → siden 20. november, with the year if it was another one."""
    today = timezone.localdate()
    said = short_day(value) if value.year == today.year else day(value)
    return said if value > today else f"siden {said}"


@register.filter
def area(code: str | None) -> str:
    """`{{ participant.area|area }}` → Sandvika. An unknown code is shown as it stands."""
    from ressursvenn.neighbourhood.areas import AREAS

    known = AREAS.get(code or "")
    return known.name if known else code or ""


@register.filter
def tone(line: Line) -> str:
    """How loud a line of Min dag is: late, soon or calm."""
    return SIGNS[line.weight][0]


@register.filter
def sign(line: Line) -> str:
    """The word on a line's tag."""
    return SIGNS[line.weight][1]


@register.filter
def is_tick(field: BoundField) -> bool:
    return isinstance(field.field.widget, CheckboxInput)


@register.filter
def first_input(field: BoundField) -> str:
    """Where the error summary leads: the field itself, or the first choice of a group."""
    return f"{field.auto_id}_0" if field.use_fieldset else field.id_for_label


@register.filter
def drawing(svg: str) -> SafeString:
    """A picture that a library of ours made, without the prologue that a file would have."""
    return mark_safe(svg[svg.index("<svg") :])  # noqa: S308 - made by us from a secret of ours


@register.simple_tag
def icon(name: str) -> SafeString:
    """An icon beside a word. It says nothing by itself, so nobody is read it."""
    return format_html(
        '<svg class="icon icon--{}" viewBox="0 0 24 24" width="24" height="24"'
        ' aria-hidden="true" focusable="false"><path d="{}"/></svg>',
        name,
        ICONS[name],
    )


@register.simple_tag
def help_lines() -> tuple[HelpLine, ...]:
    """The reviewed numbers, without any context: error pages use it when all else is down."""
    return shown()


@register.simple_tag
def help_places() -> tuple[HelpLine, ...]:
    """Services that are looked up rather than called."""
    return table.places()


@register.simple_tag
def help_desk() -> list[table.Row]:
    """Every row of the table, for those who see to it that it is right."""
    return table.desk(timezone.localdate())


@register.simple_tag
def leave_to() -> str:
    """Where "Lukk siden" goes, for the pages that are made without any context."""
    return str(settings.LEAVE_TO)


@register.simple_tag
def year_ring(
    began: date | None,
    today: date,
    meet_ups: Iterable[date],
    follow_ups: Iterable[tuple[date, pictures.State]],
) -> pictures.Ring:
    """`{% year_ring pair.introduced_on today course.met course.ticks as ring %}`, for _ring.html."""
    return pictures.ring(began, today, list(meet_ups), list(follow_ups))
