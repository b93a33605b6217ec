"""The looking itself: whoever walks past a fault sees it."""

from __future__ import annotations

import pytest

SOUND = """<!doctype html><html lang="nb"><head><title>Melding</title></head>
<body><main><h1>Hei</h1>{}</main></body></html>"""
FAULTS = {
    "": None,
    "<h1>Hei igjen</h1>": "2 main headings",
    '<div style="width: 2000px">bred</div>': "wider than the screen",
    '<img src="/static/web/page.svg">': "image-alt",
    '<img src="http://127.0.0.1:9999/bilde.png" alt="">': "asked .*127.0.0.1:9999",
    "<script>console.error('au')</script>": "said",
    "<p><bdi>Melding</bdi></p>": "a name in the title",
    '<p style="color: #ccc">blekt</p>': "color-contrast",
}


@pytest.mark.parametrize(("fault", "seen"), FAULTS.items())
def test_a_fault_is_seen(walker, fault, seen):
    someone = walker("phone")
    someone.context.route(
        "**/plantet/",
        lambda route: route.fulfill(body=SOUND.format(fault), content_type="text/html"),
    )

    if seen is None:
        someone.opens("/plantet/")
    else:
        with pytest.raises(AssertionError, match=seen):
            someone.opens("/plantet/")
