"""Stub: the first page of each face."""

from django.shortcuts import render
from django.views.decorators.http import require_safe

from ressursvenn.accounts.guard import anyone, requires
from ressursvenn.accounts.permissions import Permission


@require_safe
@requires(Permission.SCREEN_VOLUNTEERS)
def everything(request):
    return render(request, "agreements/staff.html")


@require_safe
@requires(Permission.OWN_ROAD)
def own(request):
    return render(request, "agreements/volunteer.html")


@require_safe
@anyone("whoever has the address may read it")
def open_page(request):
    return render(request, "agreements/public.html")
