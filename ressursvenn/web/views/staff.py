"""Min dag: what needs me, worst first, each line with the one act that settles it."""

from __future__ import annotations

from django.shortcuts import render
from django.views.decorators.http import require_safe

from ressursvenn.accounts.guard import requires
from ressursvenn.accounts.permissions import Permission

from .. import day


@require_safe
@requires(Permission.SEE_MY_DAY)
def my_day(request):
    lines = day.lines_of(request.user)
    page = {
        "groups": day.grouped(lines),
        "nothing_yet": not lines and day.nothing_yet(request.user),
        "work": day.work_of(request.user),
    }
    return render(request, "web/my_day.html", page)
