"""How long from the command to the first page: on a machine that has nothing yet, and again.

The cold start is honest: a copy of the project in a folder of its own, and empty caches.
"""

import http.client
import os
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LIMITS = {"cold_seconds": 30.0, "warm_seconds": 3.0}
WARM_STARTS = 3
OURS_ALONE = shutil.ignore_patterns(
    ".git", ".venv", ".uv", ".data", ".browser", "__pycache__", ".*_cache"
)


def measure():
    with tempfile.TemporaryDirectory(prefix="ressursvenn-start-") as folder:
        copy = Path(folder) / "copy"
        shutil.copytree(ROOT, copy, ignore=OURS_ALONE)
        nothing_yet = _environment(Path(folder))
        cold = start(copy, nothing_yet)
        warm = statistics.median(start(copy, nothing_yet) for _ in range(WARM_STARTS))
        return {
            "cold_seconds": round(cold, 2),
            "warm_seconds": round(warm, 2),
            "environment_megabytes": _megabytes(copy / ".venv"),
            "installer_megabytes": _megabytes(copy / ".uv"),
            "world_megabytes": _megabytes(copy / ".data"),
        }


def start(copy, environment):
    """Seconds from the command to the first page."""
    port = _free_port()
    command = [sys.executable, "dev.py", "run", "--no-browser", "--port", str(port)]
    began = time.perf_counter()
    run = subprocess.Popen(command, cwd=copy, env=environment, stdout=subprocess.DEVNULL)
    try:
        while not _answers(port):
            if run.poll() is not None:
                sys.exit("dev.py run ended before it answered.")
            time.sleep(0.02)
        return time.perf_counter() - began
    finally:
        run.terminate()
        run.wait()


def _environment(folder):
    inherited = {name: value for name, value in os.environ.items() if "RESSURSVENN" not in name}
    return {**inherited, "UV_CACHE_DIR": str(folder / "uv"), "PIP_CACHE_DIR": str(folder / "pip")}


def _answers(port):
    door = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    try:
        door.request("GET", "/")
        return door.getresponse().status == 200
    except OSError:
        return False
    finally:
        door.close()


def _free_port():
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        return door.getsockname()[1]


def _megabytes(folder):
    return round(sum(path.lstat().st_size for path in folder.rglob("*")) / 1e6, 1)
