"""What is asked about, before a question of two is put: who is not there, or elsewhere, cannot be."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError

from ressursvenn.oversight.acts import EXPORT, UNSEAL
from ressursvenn.together import acts


@pytest.fixture(autouse=True)
def _is_witnessed(witnessed):
    """Unless a test says otherwise."""


def stands(act: str, about: str, association) -> str:
    return acts.called(act).stands(about=about, detail="", association=association)


def no(act: str, about: str, association) -> str:
    with pytest.raises(ValidationError) as refused:
        stands(act, about, association)
    return refused.value.message


@pytest.mark.parametrize("act", [EXPORT, UNSEAL])
def test_only_one_of_this_house_is_asked_about(act, amina, kari, nora):
    sentence = no(act, "A-0000", kari.association)

    assert no(act, amina.reference, nora.association) == sentence
    assert no(act, amina.reference, None) == sentence


def test_what_stands_now_is_whether_she_has_withdrawn(amina, kari):
    assert stands(EXPORT, amina.reference, kari.association) == ""
    assert no(UNSEAL, amina.reference, kari.association).startswith("Deltakeren har ikke trukket")
