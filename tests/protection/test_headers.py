"""What every answer says to browsers, caches and search engines."""

import pytest


@pytest.mark.parametrize("path", ["/", "/a/", "/v/", "/a/inn/", "/finnes-ikke/"])
def test_no_answer_may_be_kept(client, db, path):
    answer = client.get(path)

    assert answer["Cache-Control"] == "no-store"
    assert answer["Referrer-Policy"] == "no-referrer"
    assert answer["X-Frame-Options"] == "DENY"
    assert "default-src 'none'" in answer["Content-Security-Policy"]
    assert "unsafe" not in answer["Content-Security-Policy"]


@pytest.mark.parametrize(("path", "findable"), [("/", True), ("/a/inn/", False), ("/v/", False)])
def test_only_the_public_may_be_found(client, db, path, findable):
    assert ("X-Robots-Tag" not in client.get(path)) is findable


def test_another_site_may_link_here_but_not_fetch(client, db):
    fetched = client.get(
        "/a/inn/", headers={"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "no-cors"}
    )
    linked = client.get(
        "/a/inn/", headers={"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate"}
    )

    assert (fetched.status_code, linked.status_code) == (403, 200)


def test_a_desk_host_keeps_its_pages_to_itself(client, db, settings):
    settings.DESK_HOST = "localhost"

    def status(path, host):
        return client.get(path, headers={"Host": host}).status_code

    assert (status("/a/inn/", "localhost"), status("/a/inn/", "testserver")) == (200, 404)
    assert (status("/", "localhost"), status("/", "testserver")) == (404, 200)


def test_even_a_refusal_to_another_site_says_all_of_it(client, db):
    answer = client.get(
        "/v/", headers={"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "no-cors"}
    )

    assert (answer.status_code, answer.content) == (403, b"")
    assert answer["Referrer-Policy"] == "no-referrer"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Cache-Control"] == "no-store"
    assert "default-src 'none'" in answer["Content-Security-Policy"]


@pytest.mark.parametrize(
    "path", ["/static/finnes-ikke.css", "/static/../a/", "/static/..%2fkeys/master", "/static/"]
)
def test_no_wrong_path_among_the_static_files_is_kept_or_found(client, db, path):
    answer = client.get(path)

    assert answer.status_code == 404
    assert answer["Cache-Control"] == "no-store"
    assert "noindex" in answer["X-Robots-Tag"]


def test_a_static_file_is_for_our_own_pages(client, db):
    answer = client.get("/static/web/web.css")

    assert answer.status_code == 200
    assert "Access-Control-Allow-Origin" not in answer
    assert answer["Cross-Origin-Resource-Policy"] == "same-origin"


def test_no_cookie_of_ours_outlives_the_window(client, db):
    cookies = client.get("/a/inn/").cookies.values()

    assert cookies
    for cookie in cookies:
        assert (cookie["max-age"], cookie["expires"]) == ("", "")
        assert (cookie["samesite"], cookie["httponly"]) == ("Strict", True)
