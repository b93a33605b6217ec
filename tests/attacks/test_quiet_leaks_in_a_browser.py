"""Attacks 20, 21, 34 and 35 as only a browser shows them: Back, its caches, its history, another site's page.

In Chromium, and in Firefox where it is installed. The browser's cache of whole pages is switched on, which
tests usually switch off.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.sessions.models import Session
from django.utils import timezone
from playwright.sync_api import sync_playwright

from ressursvenn.accounts.models import Person
from ressursvenn.participants import changes as participants
from tests.browser import on_path
from tests.environment import share
from tests.journeys.conftest import QUIETLY
from tests.pairs.conftest import a_participant

pytestmark = pytest.mark.django_db(transaction=True)
ELSEWHERE = "https://vaer.example/"
CALLED = "Qzlinerleq"
KEEPS_PAGES = "--disable-back-forward-cache"  # playwright's own, which we do without
ENGINES = ["chromium"] + (["firefox"] if shutil.which("firefox") else [])


def path_of(name: str) -> str | None:
    if name == "firefox":
        return shutil.which("firefox")
    return os.environ.get("RESSURSVENN_CHROMIUM") or on_path()


@pytest.fixture(scope="module", params=ENGINES)
def engine(request):
    """A browser as people have it."""
    with sync_playwright() as playwright:
        path = path_of(request.param)
        if request.param == "firefox":
            opened = playwright.firefox.launch(executable_path=path)
        else:
            opened = playwright.chromium.launch(
                executable_path=path, args=list(QUIETLY), ignore_default_args=[KEEPS_PAGES]
            )
        yield opened
        opened.close()


@pytest.fixture
def hers(alone):
    """Somebody to be found, and the pages where she would be met."""
    row = a_participant(alone["kari"], CALLED)
    return ["/a/", "/a/deltakere/", f"/a/deltakere/{row.reference}/"]


@pytest.fixture
def visiting(engine, live_server, signed_in, alone, settings):
    """`visiting(scripts=…)` is a page where Kari is signed in."""
    settings.LEAVE_TO = ELSEWHERE
    out = []

    def visit(*, scripts: bool = True, who: str = "kari"):
        context = engine.new_context(base_url=live_server.url, java_script_enabled=scripts)
        out.append(context)
        context.set_default_timeout(5_000)
        context.route(
            f"{ELSEWHERE}**",
            lambda route: route.fulfill(body="<title>Sol</title>Sol", content_type="text/html"),
        )
        name = settings.SESSION_COOKIE_NAME
        cookie = signed_in(alone[who]).cookies[name].value
        context.add_cookies([{"name": name, "value": cookie, "url": live_server.url}])
        return context.new_page()

    yield visit
    for context in out:
        context.close()


def signs_out(page):
    page.locator("form[action='/a/inn/ut/'] button").first.click()
    page.wait_for_url("**/a/inn/")


def leaves(page):
    page.locator("form[data-leave] button").first.click()
    page.wait_for_url(ELSEWHERE)
    page.wait_for_timeout(200)


def waits_too_long(page):
    Session.objects.update(expire_date=timezone.now())
    page.goto("/om/")


def is_thrown_out(page):
    Session.objects.all().delete()
    page.goto("/om/")


def loses_her_role(page):
    kari = Person.objects.filter(sign_name="kari")
    kari.update(left_on=timezone.localdate(), left_by=kari.get())
    page.goto("/om/")


ENDINGS = (signs_out, leaves, waits_too_long, is_thrown_out, loses_her_role)


def shows_her(page) -> bool:
    return CALLED in page.content() and page.locator(f"text={CALLED}").first.is_visible()


EVERY_WAY = [(ending, scripts) for ending in ENDINGS for scripts in (True, False)]


@pytest.mark.parametrize(("ending", "scripts"), share(EVERY_WAY, of=3))
def test_35_back_forward_reload_and_a_new_tab_show_nothing_of_her(hers, visiting, ending, scripts):
    page = visiting(scripts=scripts)
    for path in [*hers, *hers, hers[1]]:
        page.goto(path)
        assert CALLED in page.content() or path == "/a/"

    ending(page)

    for step in (*["go_back"] * 10, *["go_forward"] * 3, "reload", *["go_back"] * 3):
        getattr(page, step)()
        assert not shows_her(page), (step, page.url)
    for path in hers:
        tab = page.context.new_page()
        tab.goto(path)
        assert not shows_her(tab), path
        tab.close()


def test_34_and_35_nothing_of_her_lies_in_the_browsers_own_files(
    hers, engine, live_server, signed_in, alone, tmp_path
):
    """A browser with a profile is shown her pages and closed: neither its cache, its
    history, its sessions to be restored nor its storage holds her."""
    name, looked = settings.SESSION_COOKIE_NAME, 0
    cookie = signed_in(alone["kari"]).cookies[name].value
    kept = {"ignore_default_args": [KEEPS_PAGES]} if engine.browser_type.name == "chromium" else {}
    context = engine.browser_type.launch_persistent_context(
        tmp_path / "profile", executable_path=path_of(engine.browser_type.name),
        args=list(QUIETLY) if kept else [], base_url=live_server.url, **kept,
    )  # fmt: skip
    context.add_cookies([{"name": name, "value": cookie, "url": live_server.url}])
    page = context.new_page()
    for path in hers * 3:
        page.goto(path)
        looked += CALLED in page.content()
    storage = page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}])")
    databases = page.evaluate("indexedDB.databases().then((all) => all.length)")
    workers = page.evaluate("navigator.serviceWorker.getRegistrations().then((all) => all.length)")
    page.wait_for_timeout(500)
    context.close()

    assert looked >= 6
    assert (storage, databases, workers) == ("[{},{}]", 0, 0)
    found = [
        str(file.relative_to(tmp_path))
        for file in Path(tmp_path / "profile").rglob("*")
        if file.is_file() and _holds(file.read_bytes())
    ]
    assert found == []


def _holds(content: bytes) -> bool:
    return CALLED.encode() in content or CALLED.encode("utf-16-le") in content


def test_20_a_page_of_another_site_learns_nothing(hers, visiting, live_server):
    """Frames, pictures, scripts, windows and requests that it makes towards us, with her signed in."""
    page = visiting()
    evil = "http://evil.example/"
    address = live_server.url.replace("localhost", "127.0.0.1")
    page.context.route(
        f"{evil}**",
        lambda route: route.fulfill(body="<title>x</title><body>", content_type="text/html"),
    )
    page.goto(evil)

    told = page.evaluate(
        """async ([there, nowhere]) => {
        const late = () => new Promise((no) => setTimeout(no, 1500, "?"));
        const tried = (make) => Promise.race([new Promise(make), late()]);
        const loads = (tag, url) => tried((say) => {
            const one = Object.assign(document.createElement(tag), {src: url});
            one.onload = () => say("loaded"); one.onerror = () => say("refused");
            document.body.append(one);
        });
        const fetched = (url, mode) => fetch(url, {mode, credentials: "include"}).then(
            (answer) => answer.type + answer.status, () => "refused");
        const seen = {};
        for (const [name, url] of [["there", there], ["nowhere", nowhere]]) {
            const frame = document.createElement("iframe");
            frame.src = url; document.body.append(frame);
            await new Promise((go) => setTimeout(go, 400));
            let inside; try { inside = String(frame.contentDocument && frame.contentDocument.title); }
            catch { inside = "closed"; }
            seen[name] = [await loads("img", url), await loads("script", url), await fetched(url, "cors"),
                          await fetched(url, "no-cors"), inside, frame.contentWindow.length];
        }
        return seen;
    }""",
        [f"{address}{hers[2]}", f"{address}/a/deltakere/zzzzzzzz/"],
    )

    assert told["there"] == told["nowhere"]
    assert CALLED not in str(told)


def test_21_no_script_in_a_name_runs_and_none_is_even_tried(alone, visiting):
    """Nothing the policy must stop, nothing said on the console, no window opened."""
    kari = alone["kari"]
    row = a_participant(kari, '<script>alert(1)</script>"')
    participants.note_wishes(
        participant=row, wishes=[], strengths="<img src=x onerror=alert(1)>", by=kari
    )
    page, said = visiting(), []
    page.on("dialog", lambda dialog: said.append(dialog.message) or dialog.dismiss())
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))

    for path in ("/a/", "/a/deltakere/", f"/a/deltakere/{row.reference}/", "/a/koblinger/forslag/"):
        page.goto(path)

    assert said == []
