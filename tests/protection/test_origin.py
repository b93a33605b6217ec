"""A form of our own is taken; a forged one is not, whatever it says of itself."""

import pytest
from django.test import Client


def posted(**headers):
    """The status of a sign-in form sent with a real token and these headers."""
    client = Client(enforce_csrf_checks=True)
    client.get("/a/inn/")
    token = client.cookies["form"].value
    return client.post("/a/inn/", {"csrfmiddlewaretoken": token}, headers=headers).status_code


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Origin": "null", "Sec-Fetch-Site": "same-origin"}, 200),
        ({"Origin": "http://testserver", "Sec-Fetch-Site": "same-origin"}, 200),
        ({"Origin": "null", "Sec-Fetch-Site": "cross-site"}, 403),
        ({"Origin": "null", "Sec-Fetch-Site": "same-site"}, 403),
        ({"Origin": "null"}, 403),
        ({"Origin": "https://example.org", "Sec-Fetch-Site": "same-origin"}, 403),
    ],
)
def test_who_may_send_a_form(db, headers, status):
    assert posted(**headers) == status


def test_without_its_token_no_form_is_taken(db):
    client = Client(enforce_csrf_checks=True)

    answer = client.post("/a/inn/", headers={"Origin": "null", "Sec-Fetch-Site": "same-origin"})

    assert answer.status_code == 403
