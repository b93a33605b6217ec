"""One stylesheet for the browser, many parts for us: `css/*.css` joined into `static/web/web.css`.

The parts live in cascade layers, so their order does not matter, only that the list of layers is first.
"""

from __future__ import annotations

import re
from pathlib import Path

ROOM = Path(__file__).parent
PARTS = ROOM / "css"
JOINED = ROOM / "static/web/web.css"


def joined() -> str:
    """All parts as one text, without comments and indentation: what is sent is what is read."""
    text = "\n".join(path.read_text("utf-8") for path in sorted(PARTS.glob("*.css")))
    text = re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)
    return "\n".join(line.strip() for line in text.splitlines() if line.strip()) + "\n"
