"""«Lukk siden» in a real browser: in view, quick, with and without a script, and Back shows nothing."""

import time

import pytest

ELSEWHERE = "https://vaer.example/"
PAGES = ["/", "/om/", "/lukk/", "/m/lukk/", "/a/inn/", "/finnes/ikke/"]
HERS = ["/v/"]


@pytest.fixture(autouse=True)
def weather(settings):
    settings.LEAVE_TO = ELSEWHERE


def visiting(looking, *who, **more):
    page = looking(*who, **more)
    page.context.route(
        f"{ELSEWHERE}**",
        lambda route: route.fulfill(body="<title>Sol</title>", content_type="text/html"),
    )
    return page


@pytest.mark.parametrize("scripts", [True, False])
@pytest.mark.parametrize("address", PAGES + HERS)
def test_one_press_is_enough(looking, solveig, address, scripts):
    page = visiting(looking, solveig if address in HERS else None, java_script_enabled=scripts)
    page.goto(address)

    page.get_by_role("button", name="Lukk siden").click()

    page.wait_for_url(ELSEWHERE, timeout=2000)
    assert not [asked for asked in page.asked if asked.endswith("favicon.ico")]


def test_shift_three_times_is_enough_and_twice_is_not(looking):
    page = visiting(looking)
    page.goto("/")

    page.keyboard.press("Shift")
    page.keyboard.press("Shift")
    page.keyboard.press("a")
    page.keyboard.press("Shift")
    page.wait_for_timeout(100)
    assert page.url.endswith("/")
    assert "vaer" not in page.url
    page.keyboard.press("Shift")
    page.keyboard.press("Shift")
    page.wait_for_url(ELSEWHERE, timeout=2000)


def test_three_slow_taps_are_enough_within_five_seconds_and_not_after(looking):
    page = visiting(looking)
    page.goto("/")

    for wait in (0, 0, 5100):
        page.wait_for_timeout(wait)
        page.keyboard.press("Shift")
    page.wait_for_timeout(100)
    assert page.url.endswith("/")
    assert "vaer" not in page.url
    for _ in range(2):
        page.wait_for_timeout(1800)
        page.keyboard.press("Shift")
    page.wait_for_url(ELSEWHERE, timeout=2000)


def test_a_held_key_is_one_tap(looking):
    page = visiting(looking)
    page.goto("/")

    for _ in range(5):
        page.keyboard.down("Shift")
    page.keyboard.up("Shift")
    page.wait_for_timeout(100)

    assert "vaer" not in page.url


def test_at_the_desk_capital_letters_throw_nobody_out(looking, kari):
    page = visiting(looking, kari, width=1280)
    page.goto("/a/")

    for _ in range(4):
        page.keyboard.press("Shift")
    page.wait_for_timeout(100)
    assert page.url.endswith("/a/")
    page.get_by_role("button", name="Lukk siden").click()
    page.wait_for_url(ELSEWHERE, timeout=2000)


@pytest.mark.parametrize("address", ["/", *HERS])
def test_the_page_is_blank_before_the_browser_has_left(looking, solveig, address):
    """In the tap itself, and in the next frame. How soon is for `dev.py bench leaving` to say."""
    page = visiting(looking, solveig if address in HERS else None)
    page.context.route(f"{ELSEWHERE}**", lambda route: time.sleep(1) or route.abort())
    page.goto(address)

    shown = page.evaluate(
        """() => new Promise((told) => {
        document.querySelector(".leave__button").click();
        const atOnce = document.body.checkVisibility();
        requestAnimationFrame(() => setTimeout(() => told(
            [atOnce, document.body.checkVisibility()])));
    })"""
    )

    assert shown == [False, False]


@pytest.mark.parametrize("scripts", [True, False])
def test_back_shows_nothing_to_whoever_comes_after(looking, solveig, scripts):
    page = visiting(looking, solveig, java_script_enabled=scripts)
    page.goto("/v/")
    assert page.get_by_role("button", name="Logg ut").is_visible()

    page.get_by_role("button", name="Lukk siden").click()
    page.wait_for_url(ELSEWHERE, timeout=3000)
    page.wait_for_timeout(300)
    for _ in range(10):
        page.go_back()
        assert page.get_by_role("button", name="Logg ut").count() == 0, page.url
    page.goto("/v/")
    assert "/a/inn/" in page.url


@pytest.mark.parametrize("address", PAGES + HERS)
def test_the_button_is_in_view_wherever_one_has_scrolled_and_nothing_covers_it(
    looking, solveig, address
):
    page = visiting(looking, solveig if address in HERS else None, width=320, height=568)
    page.goto(address)
    button = page.get_by_role("button", name="Lukk siden")
    whole = page.evaluate("document.documentElement.scrollHeight")

    for depth in range(0, whole, 200):
        page.evaluate("y => scrollTo({top: y, behavior: 'instant'})", depth)
        box = button.bounding_box()
        left, top, wide, high = box["x"], box["y"], box["width"], box["height"]
        assert (left >= 0, left + wide <= 320) == (True, True)
        assert (top >= 0, top + high <= 568) == (True, True)
        for x, y in ((0.5, 0.5), (0.1, 0.5), (0.9, 0.5), (0.5, 0.1), (0.5, 0.9)):
            assert page.evaluate(
                "([x, y]) => document.elementFromPoint(x, y)?.closest('.leave__button') !== null",
                [left + wide * x, top + high * y],
            )


@pytest.mark.parametrize("address", PAGES + HERS)
def test_what_it_cannot_do_is_one_tap_away_and_its_own_way_out_is_there_too(
    looking, solveig, address
):
    page = visiting(looking, solveig if address in HERS else None, width=320, height=568)
    page.goto(address)

    page.get_by_role("link", name="Hva «Lukk siden» gjør").first.click()

    assert page.get_by_role("heading", name="Det den ikke kan").is_visible()
    assert page.get_by_role("button", name="Lukk siden").is_visible()
