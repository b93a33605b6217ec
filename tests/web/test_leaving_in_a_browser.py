"""«Lukk siden» in a real browser: in view, quick, with and without a script, and Back shows nothing."""

import time

import pytest

ELSEWHERE = "https://vaer.example/"
PAGES = ["/", "/om/", "/lukk/", "/m/lukk/", "/a/inn/"]


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
@pytest.mark.parametrize("address", PAGES)
def test_one_press_is_enough(looking, address, scripts):
    page = visiting(looking, java_script_enabled=scripts)
    page.goto(address)

    page.get_by_role("button", name="Lukk siden").click()

    page.wait_for_url(ELSEWHERE, timeout=2000)


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


def test_the_page_is_blank_within_a_tenth_of_a_second(looking):
    page = visiting(looking)
    page.context.route(f"{ELSEWHERE}**", lambda route: time.sleep(1) or route.abort())
    page.goto("/")

    waited = page.evaluate(
        """() => {
        const start = performance.now();
        document.querySelector(".leave__button").click();
        return [performance.now() - start, document.body.checkVisibility()];
    }"""
    )

    assert waited[0] < 100
    assert waited[1] is False


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


@pytest.mark.parametrize("address", PAGES)
def test_the_button_is_in_view_wherever_one_has_scrolled(looking, address):
    page = visiting(looking, width=320, height=568)
    page.goto(address)
    button = page.get_by_role("button", name="Lukk siden")
    whole = page.evaluate("document.documentElement.scrollHeight")

    for depth in range(0, whole, 200):
        page.evaluate("y => scrollTo({top: y, behavior: 'instant'})", depth)
        box = button.bounding_box()
        middle = [box["x"] + box["width"] / 2, box["y"] + box["height"] / 2]
        assert box["y"] >= 0
        assert box["y"] + box["height"] <= 568
        assert page.evaluate(
            "([x, y]) => document.elementFromPoint(x, y)?.closest('.leave') !== null", middle
        )
