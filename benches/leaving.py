"""«Lukk siden» on a phone of some years ago: from the tap until the browser has painted a blank page."""

import contextlib
import threading
from socketserver import ThreadingMixIn
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

from benches._house import house

LIMITS = {"slowest_milliseconds": 100.0}
SLOWLY = {"rate": 4}
PHONE = {"width": 390, "height": 844}
PAGES = ("/", "/v/")
ROUNDS = 10
TAPPED = """() => new Promise((told) => {
    const start = performance.now();
    document.querySelector(".leave__button").click();
    requestAnimationFrame(() => setTimeout(() => told(
        [performance.now() - start, document.body.checkVisibility()])));
})"""


def measure():
    with house(world=1), served() as address, browser() as context:
        sign_in(context, address)
        waited = [tapped(context, address + path) for path in PAGES for _ in range(ROUNDS)]
    return {"taps": len(waited), "slowest_milliseconds": round(max(waited), 1)}


def tapped(context, address):
    """Milliseconds. The page that it leaves for never answers: what is blank is blank by itself."""
    page = context.new_page()
    page.goto(address)
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", SLOWLY)
    waited, still_shown = page.evaluate(TAPPED)
    page.close()
    if still_shown:
        raise SystemExit("The page was still to be seen.")
    return waited


def sign_in(context, address):
    page = context.new_page()
    page.goto(f"{address}/a/inn/")
    page.locator("button[value=ressursvenn]").click()
    page.wait_for_url("**/v/**")
    page.close()


@contextlib.contextmanager
def browser():
    from playwright.sync_api import sync_playwright

    import dev

    with sync_playwright() as play:
        program = play.chromium.launch(executable_path=dev.chromium())
        context = program.new_context(viewport=PHONE)
        context.route(lambda url: "localhost" not in url, lambda route: None)  # never answered
        yield context
        program.close()


class Threads(ThreadingMixIn, WSGIServer):
    daemon_threads = True


class Quietly(WSGIRequestHandler):
    def log_message(self, *_):
        pass


@contextlib.contextmanager
def served():
    from config.wsgi import application

    server = make_server("localhost", 0, application, Threads, Quietly)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://localhost:{server.server_port}"
    finally:
        server.shutdown()
