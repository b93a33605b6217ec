"""The browser of the tests: the Chromium on PATH, else Debian's, else npm's.

Standard library only, since dev.py asks for it; `step` runs a command and stops when it fails.
"""

import os
import platform
import shutil
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FETCHED = ROOT / ".browser"


def find_browser(step, bring_node):
    """The path of a Chromium. Without one the tests do not start: none is skipped in silence."""
    found = os.environ.get("RESSURSVENN_CHROMIUM") or on_path()
    if found:
        return found
    if shutil.which("apt-get") and os.geteuid() == 0:
        step(["apt-get", "update", "-qq"])
        step(["apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium"])
        return on_path()
    if (sys.platform, platform.machine()) == ("linux", "x86_64"):
        return fetch(step, bring_node)
    sys.exit("The tests need a browser: install Chromium, so that `chromium` is found on PATH.")


def on_path():
    return next(filter(None, map(shutil.which, NAMES)), None)


def fetch(step, bring_node):
    """npm's Chromium, in .browser, with the libraries and fonts that it brings along."""
    programs = Path(bring_node())
    # Playwright's own node needs a library that a small Debian lacks; this one does not.
    os.environ["PLAYWRIGHT_NODEJS_PATH"] = str(programs / "node")
    unpacked = FETCHED / "unpacked"
    if not (unpacked / "fonts").exists():
        shutil.copytree(ROOT / "requirements" / "browser", FETCHED, dirs_exist_ok=True)
        unpacked.mkdir(exist_ok=True)
        # The runtime's name decides which libraries it unpacks; the temporary folder, where.
        there = {"TMPDIR": str(unpacked), "AWS_LAMBDA_JS_RUNTIME": "nodejs22.x"}
        step([str(programs / "npm"), "ci", "--ignore-scripts", "--silent"], cwd=FETCHED)
        step([str(programs / "node"), "unpack.mjs"], cwd=FETCHED, env={**os.environ, **there})
    return str(FETCHED / "chromium")
