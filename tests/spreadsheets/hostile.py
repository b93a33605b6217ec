"""Files that are no coordinator's list, by what is wrong with them, each with the code of its refusal."""

from __future__ import annotations

import io
import struct
import zipfile

from .books import DATA, volunteers

SHEET = "xl/worksheets/sheet1.xml"
SPACE = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'


def with_part(name: str, content: bytes, base: bytes | None = None) -> bytes:
    """A whole workbook with one part put in, or put in the place of another."""
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(base or volunteers({}))) as old,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for part in old.infolist():
            if part.filename != name:
                new.writestr(part.filename, old.read(part))
        new.writestr(name, content)
    return stream.getvalue()


def with_sheet(rows: str) -> bytes:
    return with_part(
        SHEET, f"<worksheet {SPACE}><sheetData>{rows}</sheetData></worksheet>".encode()
    )


def ole(stream_name: str) -> bytes:
    return bytes.fromhex("d0cf11e0a1b11ae1") + bytes(1000) + stream_name.encode("utf-16-le")


def entity_bomb() -> bytes:
    steps = "".join(
        f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' if n else '<!ENTITY e0 "ha">' for n in range(12)
    )
    return with_part(
        SHEET,
        f"<!DOCTYPE x [{steps}]><worksheet {SPACE}><sheetData><row><c><v>&e11;</v></c></row>"
        "</sheetData></worksheet>".encode(),
    )


def outside_entity() -> bytes:
    return with_part(
        SHEET,
        f'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]><worksheet {SPACE}><sheetData><row>'
        "<c><v>&e;</v></c></row></sheetData></worksheet>".encode(),
    )


def many_sheets() -> bytes:
    sheets = "".join(f'<sheet name="a{n}" sheetId="{n}"/>' for n in range(1, 10_001))
    return with_part(
        "xl/workbook.xml", f"<workbook {SPACE}><sheets>{sheets}</sheets></workbook>".encode()
    )


def many_parts(number: int, name: str = "xl/worksheets/{}.xml") -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for n in range(number):
            archive.writestr(name.format(n), b"")
    return stream.getvalue()


def overlapping() -> bytes:
    """The second entry of the list points into the first."""
    content = bytearray(volunteers({}))
    first = content.find(b"PK\x01\x02")
    second = content.find(b"PK\x01\x02", first + 4)
    content[second + 42 : second + 46] = content[first + 42 : first + 46]
    return bytes(content)


def lying_about_its_size(says: int) -> bytes:
    """A part whose size in the list is not its size."""
    content = bytearray(with_part("xl/extra.xml", b"<x>" + b" " * 5000 + b"</x>"))
    place = content.rfind(b"xl/extra.xml") - 46
    assert content[place : place + 4] == b"PK\x01\x02"
    content[place + 24 : place + 28] = struct.pack("<I", says)
    return bytes(content)


def locked_zip() -> bytes:
    content = bytearray(volunteers({}))
    place = content.find(b"PK\x01\x02")
    content[place + 8] |= 1
    return bytes(content)


def packed_otherwise() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_LZMA) as archive:
        archive.writestr("xl/workbook.xml", b"<x/>")
    return stream.getvalue()


HOSTILE = {
    "nothing at all": (b"", "empty_file"),
    "six megabytes": (b"PK" + bytes(6 * 1024 * 1024), "too_large"),
    "text": (b"Fornavn;Etternavn\nBerit;Lund\n", "not_xlsx"),
    "a picture": (b"\x89PNG\r\n\x1a\n" + bytes(50), "not_xlsx"),
    "a password": (ole("EncryptedPackage"), "password"),
    "an old .xls": (ole("Workbook"), "old_excel"),
    "a locked zip": (locked_zip(), "password"),
    "a zip of something else": (many_parts(2, "word/document{}.xml"), "not_xlsx"),
    "half a file": ((DATA / "koordinator.xlsx").read_bytes()[:9000], "damaged"),
    "100,000 entries": (many_parts(100_000)[: 5 * 1024 * 1024], "damaged"),
    "20,000 entries": (many_parts(20_000, "x{}"), "too_many_parts"),
    "a way out of the archive": (with_part("../../etc/x.xml", b"<x/>"), "damaged"),
    "packed in a way Excel never does": (packed_otherwise(), "damaged"),
    "overlapping entries": (overlapping(), "damaged"),
    "a size that is too small": (lying_about_its_size(10), "damaged"),
    "a size that is too large": (lying_about_its_size(90_000), "damaged"),
    "a gigabyte, says the list": (lying_about_its_size(1024**3), "unpacks_too_large"),
    "a bomb": (with_part("xl/extra.xml", bytes(200 * 1024 * 1024)), "unpacks_too_large"),
    "a smaller bomb": (with_part("xl/extra.xml", bytes(30 * 1024 * 1024)), "unpacks_too_large"),
    "a bomb of entities": (entity_bomb(), "declared_entities"),
    "somebody else's file": (outside_entity(), "declared_entities"),
    "1,000,000 columns": (
        with_sheet(f"<row>{''.join(f'<c><v>{n * 7919}</v></c>' for n in range(1_000_000))}</row>"),
        "too_many_columns",
    ),
    "a cell far to the right": (
        with_sheet('<row r="1"><c r="XFD1"><v>1</v></c></row>'),
        "too_many_columns",
    ),
    "a cell far below": (
        with_sheet('<row r="1048576"><c r="A1048576"><v>1</v></c></row>'),
        "too_many_rows",
    ),
    "10,000 sheets": (many_sheets(), "too_many_sheets"),
    "elements without end": (
        with_sheet("".join(f'<row ht="{n * 7919}"/>' for n in range(800_000))),
        "too_many_rows",
    ),
    "very deep": (with_sheet("<a>" * 5000 + "</a>" * 5000), "unpacks_too_large"),
    "macros": (with_part("xl/vbaProject.bin", b"x"), "macros"),
    "links to other files": (
        with_part("xl/externalLinks/externalLink1.xml", b"<x/>"),
        "external_links",
    ),
    "broken XML": (with_part(SHEET, b"<worksheet><sheetData><row>"), "damaged"),
    "no XML": (with_part("xl/workbook.xml", b"not xml"), "damaged"),
    "a missing sheet": (with_part("xl/_rels/workbook.xml.rels", b"<Relationships/>"), "damaged"),
}
