"""How it went, buttons counted once, and pictures that say nothing of where they were taken."""

from __future__ import annotations

import random
from io import BytesIO

import pytest
from django.core.exceptions import ValidationError
from PIL import ExifTags, Image

from ressursvenn.alliance import changes, photos, queries
from ressursvenn.alliance.models import HandOut, Photo

from .conftest import a_photo, ahead, fresh, pictured, planned, shown

PLACE, NOUGHT = "59.4340N", b"\0" * 40


def marked(kind: str = "JPEG", size=(640, 480), turned: int = 1) -> bytes:
    """As a phone leaves it: where, when, with what, a hidden small one, and something after the end."""
    exif = Image.Exif()
    exif[ExifTags.Base.Make] = f"Kamera {PLACE}"
    exif[ExifTags.Base.Orientation] = turned
    exif.get_ifd(ExifTags.IFD.GPSInfo)[ExifTags.GPS.GPSLatitudeRef] = PLACE
    more = {"comment": PLACE.encode()} if kind == "JPEG" else {}
    xmp = {} if kind == "PNG" else {"xmp": f"<x>{PLACE}</x>".encode()}
    return a_photo(kind, size, exif=exif, **more, **xmp) + PLACE.encode()


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_picture_is_made_anew_and_nothing_of_the_file_is_left(kind):
    came = marked(kind)
    assert came.count(PLACE.encode()) >= 2, "what is to be gone was there"
    made = photos.made_anew(came)

    assert PLACE.encode() not in made.jpeg
    with Image.open(BytesIO(made.jpeg)) as read:
        assert read.format == "JPEG"
        assert dict(read.getexif()) == {}
        assert set(read.info) <= {
            "jfif",
            "jfif_version",
            "jfif_unit",
            "jfif_density",
            "progressive",
            "progression",
        }
    assert made.jpeg.endswith(b"\xff\xd9")
    assert not any(segment in made.jpeg for segment in (b"\xff\xe1", b"Exif", b"http"))


def test_it_is_turned_as_it_was_held_and_small_enough_for_a_page():
    made = photos.made_anew(marked(size=(1600, 1200), turned=6))

    assert (made.width, made.height) == (675, 900)
    assert len(made.jpeg) <= photos.LIGHT_ENOUGH


def test_the_one_on_the_page_is_small_and_says_as_little():
    made = photos.made_anew(marked(size=(1600, 1200), turned=6))
    with Image.open(BytesIO(made.small)) as read:
        assert read.size == (360, 480)
        assert dict(read.getexif()) == {}
    assert PLACE.encode() not in made.small
    assert len(made.small) <= photos.SMALL_ENOUGH


def test_what_cannot_be_coarse_enough_has_fewer_dots():
    nothing_but_grain = Image.frombytes(
        "RGB", (800, 600), random.Random(5).randbytes(800 * 600 * 3)
    )
    out = BytesIO()
    nothing_but_grain.save(out, "PNG")
    made = photos.made_anew(out.getvalue())

    assert (made.width, made.height) == (600, 450)
    assert len(made.jpeg) <= photos.LIGHT_ENOUGH
    assert len(made.small) <= photos.SMALL_ENOUGH


def test_what_is_seen_through_is_white():
    out = BytesIO()
    Image.new("RGBA", (8, 8), (0, 0, 0, 0)).save(out, "PNG")
    with Image.open(BytesIO(photos.made_anew(out.getvalue()).jpeg)) as read:
        assert read.getpixel((4, 4)) == (255, 255, 255)


def huge(side: int) -> bytes:
    """A small file that says how many dots it is wide and high."""
    out = BytesIO()
    Image.new("1", (side, side)).save(out, "PNG")
    return out.getvalue()


@pytest.mark.parametrize(
    "came",
    [
        b"",
        b"not a picture",
        b"<svg xmlns='x'/>",
        b"GIF89a" + NOUGHT,
        b"\xff\xd8\xff\xe0" + NOUGHT,
        None,
    ],
    ids=["empty", "text", "svg", "gif", "broken", "cut"],
)
def test_what_is_no_picture_is_refused_with_a_sentence(came):
    came = a_photo("PNG")[:400] if came is None else came

    with pytest.raises(photos.NotAPicture, match="JPEG, PNG eller WebP"):
        photos.made_anew(came)


@pytest.mark.parametrize("side", [5_500, 14_000])
def test_one_that_would_fill_the_memory_is_refused_unread(side):
    with pytest.raises(photos.NotAPicture, match="for stort"):
        photos.made_anew(huge(side))


# --- told ------------------------------------------------------------------------------------------


@pytest.fixture
def over(ella, eva):
    return shown(ella, eva, day=ahead(-1))


def told(action, by, **more):
    said = {"told": "Mange stoppet.", "came": 120, "buttons": 300, **more}
    return changes.tell(action=action, by=by, **said)


@pytest.mark.django_db
def test_how_it_went_is_shown_when_another_has_read_it(ella, eva, over, audited):
    told(over, ella)
    assert queries.shown_one(over.reference).action.report.shown_on is None
    with pytest.raises(ValidationError, match="en annen redaktør"):
        changes.show_report(action=over, read=1, by=ella)
    with pytest.raises(ValidationError, match="siden du leste"):
        changes.show_report(action=over, read=0, by=eva)
    changes.show_report(action=over, read=1, by=eva)

    assert queries.shown_one(over.reference).action.report.shown_by == eva
    assert audited() == ["alliance.action_told", "alliance.report_shown"]


@pytest.mark.django_db
def test_told_anew_it_is_hidden_again_and_the_buttons_are_counted_once(ella, eva, over):
    told(over, ella)
    assert queries.counter().number == 0, "one editor alone does not move it"
    with pytest.raises(ValidationError, match="viser fortellingen"):
        changes.confirm_handed_out(hand_out=HandOut.objects.get(), by=eva)
    changes.show_report(action=over, read=1, by=eva)
    assert queries.counter().number == 300
    told(over, eva, buttons=350)
    assert queries.counter().number == 0
    changes.show_report(action=over, read=2, by=ella)

    assert queries.counter().number == 350
    assert HandOut.objects.count() == 2
    assert HandOut.objects.get(struck_on=None).county == "Østfold"
    told(over, eva, buttons=None)
    assert fresh(over).report.shown_on is None
    assert queries.counter().number == 0


@pytest.mark.django_db
def test_nothing_is_told_of_what_has_not_been(ella, eva):
    ahead_of_us, off = shown(ella, eva), shown(ella, eva, day=ahead(-1))
    changes.call_off(action=off, by=ella)

    for action in (ahead_of_us, off):
        with pytest.raises(ValidationError, match="når aksjonen har vært"):
            told(action, ella)
    assert not HandOut.objects.exists()


@pytest.mark.django_db
def test_what_nobody_has_told_of_is_listed_until_somebody_does(ella, eva, over):
    shown(ella, eva)
    planned(ella, day=ahead(-5))  # nobody could have come
    assert list(queries.without_report(ahead(0))) == [over]
    told(over, ella)
    assert list(queries.without_report(ahead(0))) == []


@pytest.mark.django_db
def test_a_picture_is_shown_when_another_editor_has_seen_it(ella, eva, over, audited):
    photo = pictured(over, ella)
    assert queries.photo_shown_to_all(photo.reference) is None
    with pytest.raises(ValidationError, match="en annen redaktør"):
        changes.show_photo(photo=photo, by=ella)
    changes.show_photo(photo=photo, by=eva)
    assert queries.photo_shown_to_all(photo.reference) == photo

    changes.take_down_photo(photo=photo, by=ella)
    assert not Photo.objects.exists()
    assert audited() == [f"alliance.photo_{what}" for what in ("added", "shown", "taken_down")]


@pytest.mark.django_db
def test_a_picture_of_an_action_that_is_not_shown_is_not_shown_either(ella, eva):
    photo = pictured(planned(ella, day=ahead(-1)), ella)
    changes.show_photo(photo=photo, by=eva)

    assert queries.photo_shown_to_all(photo.reference) is None


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"consent": ""}, "noen svart for"),
        ({"consent": "perhaps"}, "noen svart for"),
        ({"described": "  "}, "beskrevet med ord"),
        ({"came": b"no"}, "kan ikke leses"),
    ],
)
def test_without_consent_words_or_dots_there_is_no_picture(ella, over, wrong, said):
    with pytest.raises(ValidationError, match=said):
        pictured(over, ella, **wrong)
    assert not Photo.objects.exists()


@pytest.mark.django_db
def test_the_ninth_picture_is_refused(ella, over, monkeypatch):
    monkeypatch.setattr(changes.afterwards, "MOST_PHOTOS", 1)
    pictured(over, ella)

    with pytest.raises(ValidationError, match="høyst 1 bilder"):
        pictured(over, ella)
