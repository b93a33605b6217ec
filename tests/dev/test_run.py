"""`run` serves, says where and who is who, and ends cleanly when it is asked to."""

import http.client
import json
import signal
import socket

import pytest

SERVES = """
import http.server, sys
port = int(sys.argv[sys.argv.index("--port") + 1])
host = sys.argv[sys.argv.index("--host") + 1]
class Page(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.end_headers()
    def log_message(self, *_):
        pass
http.server.HTTPServer((host, port), Page).serve_forever()
"""


@pytest.fixture
def port():
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        return door.getsockname()[1]


def serves(port):
    door = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    try:
        door.request("GET", "/")
        return door.getresponse().status == 200
    except ConnectionRefusedError:
        return False
    finally:
        door.close()


@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_it_serves_until_it_is_asked_to_end(project, port, ending):
    project.pretend_server(SERVES)
    run = project.starts("run", "--port", str(port), "--no-browser")

    address, who = run.stdout.readline(), run.stdout.readline()
    assert (address, json.loads(who)) == (f"http://localhost:{port}\n", ["cast"])
    assert serves(port)

    run.send_signal(ending)
    said, complained = run.communicate(timeout=20)
    assert (run.returncode, said) == (0, "")
    assert "Traceback" not in complained
    assert not serves(port)


def test_a_server_that_ends_by_itself_is_told_of(project, port):
    project.pretend_server("import sys; sys.exit('the server says why')")

    answer = project.does("run", "--port", str(port), "--no-browser")

    assert (answer.returncode, answer.stdout) == (1, "")
    assert answer.stderr.splitlines()[-2:] == [
        "the server says why",
        "The web server ended before it answered: what it said stands above.",
    ]


@pytest.mark.parametrize(
    ("environment", "shown"), [({}, False), ({"DISPLAY": ":0"}, True), ({"CI": "1"}, False)]
)
def test_a_browser_is_opened_only_where_somebody_looks(project, monkeypatch, environment, shown):
    for name in ("CI", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(project.dev.sys, "platform", "linux")
    for name, value in environment.items():
        monkeypatch.setenv(name, value)

    assert bool(project.dev.has_a_screen()) is shown
