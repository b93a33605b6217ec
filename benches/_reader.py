"""`python -m benches._reader PORT PATH …`: reads the pages four times a second until its stdin ends.

A process of its own, so that what a flood costs its sender is not taken for what it costs a reader. Prints a
line for each reading: when it began, by the clock that all processes share, the path, and how long it took.
"""

import http.client
import select
import sys
import time

EVERY = 0.25


def read(port, path):
    began = time.monotonic()
    held = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    held.request("GET", path, headers={"Host": f"localhost:{port}", "X-Forwarded-For": "192.0.2.1"})
    held.getresponse().read()
    held.close()
    sys.stdout.write(f"{began} {path} {time.monotonic() - began}\n")


def main(port, *paths):
    while not select.select([sys.stdin], [], [], EVERY)[0]:
        for path in paths:
            read(int(port), path)


if __name__ == "__main__":
    main(*sys.argv[1:])
