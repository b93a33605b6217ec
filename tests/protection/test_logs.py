"""An error reaches us as a kind and a place; its words stay where they were."""

import logging
import sys

from ressursvenn.protection.logs import PlaceOnly


def test_the_words_of_an_error_are_not_logged():
    try:
        raise ValueError("Amina bor i Storgata 1")
    except ValueError:
        entry = logging.LogRecord("django", 40, __file__, 7, "%s", ("Amina",), sys.exc_info())

    line = PlaceOnly().format(entry)

    assert line.startswith("ERROR django")
    assert line.endswith("ValueError")
    assert "Amina" not in line
    assert "Storgata" not in line
