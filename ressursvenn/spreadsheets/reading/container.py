"""The wrapping of a workbook, judged before anything is unpacked.

An .xlsx file is a zip archive. We look at its list of parts first: how many, how large they say
they are, how tightly they are packed, whether they overlap, and whether they are parts we never
open.
"""

from __future__ import annotations

import io
import zipfile

from .refusing import WorkbookRefused

LARGEST_FILE = 5 * 1024 * 1024
LARGEST_UNPACKED = 32 * 1024 * 1024
TIGHTEST_PACKING = 120  # XML of a real table packs 5 to 20 times
MOST_PARTS = 400
PACKINGS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)  # the others cost memory by their own word

OLE = bytes.fromhex("d0cf11e0a1b11ae1")  # the wrapping of .xls, and of a password-protected .xlsx
ENCRYPTED = 0x1


def opened(content: bytes) -> zipfile.ZipFile:
    """The archive, once its list of parts has been found harmless. Raises WorkbookRefused."""
    _check_wrapping(content)
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
    except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError) as damage:
        raise WorkbookRefused("damaged") from damage
    parts = archive.infolist()
    _check_sizes(parts)
    _check_overlap(parts)
    _check_names({part.filename for part in parts})
    return archive


def unpacked(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> bytes:
    """One part. A part that lies about its size or content is damage, not a surprise."""
    try:
        with archive.open(part) as stream:
            content = stream.read(part.file_size + 1)
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError, EOFError) as damage:
        raise WorkbookRefused("damaged") from damage
    except Exception as damage:  # zlib and lzma raise errors of their own
        raise WorkbookRefused("damaged") from damage
    if len(content) != part.file_size:
        raise WorkbookRefused("damaged")
    return content


def _check_wrapping(content: bytes) -> None:
    if not content:
        raise WorkbookRefused("empty_file")
    if len(content) > LARGEST_FILE:
        raise WorkbookRefused("too_large")
    if content.startswith(OLE):
        locked = "EncryptedPackage".encode("utf-16-le") in content
        raise WorkbookRefused("password" if locked else "old_excel")
    if not content.startswith(b"PK"):
        raise WorkbookRefused("not_xlsx")


def _check_sizes(parts: list[zipfile.ZipInfo]) -> None:
    if len(parts) > MOST_PARTS:
        raise WorkbookRefused("too_many_parts")
    if any(part.flag_bits & ENCRYPTED for part in parts):
        raise WorkbookRefused("password")
    if any(part.compress_type not in PACKINGS for part in parts):
        raise WorkbookRefused("damaged")
    if sum(part.file_size for part in parts) > LARGEST_UNPACKED:
        raise WorkbookRefused("unpacks_too_large")
    for part in parts:
        if part.file_size > 1024 * 1024 and (
            part.file_size > TIGHTEST_PACKING * max(part.compress_size, 1)
        ):
            raise WorkbookRefused("unpacks_too_large")


def _check_overlap(parts: list[zipfile.ZipInfo]) -> None:
    """Two parts that share bytes are how a small file pretends to be many."""
    end = 0
    for part in sorted(parts, key=lambda part: part.header_offset):
        if part.header_offset < end:
            raise WorkbookRefused("damaged")
        end = part.header_offset + part.compress_size


def _check_names(names: set[str]) -> None:
    lowered = {name.lower() for name in names}
    if any(".." in name or name.startswith("/") or "\\" in name for name in lowered):
        raise WorkbookRefused("damaged")
    if any(name.endswith("vbaproject.bin") for name in lowered):
        raise WorkbookRefused("macros")
    if any("externallinks/" in name for name in lowered):
        raise WorkbookRefused("external_links")
    if "[content_types].xml" not in lowered or "xl/workbook.xml" not in lowered:
        raise WorkbookRefused("not_xlsx")
