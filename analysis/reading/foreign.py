"""Files of another kind, told by how they begin, and what to bring instead."""

import re

from analysis.reading.raw import Refused, Source

BRING = "save the log as CSV or as an Excel workbook (.xlsx) and bring that file."
WHOLE = "bring the whole file, or save the log as CSV and bring that."
UNPACK = "unpack it and bring the log inside it."
BRING_LIST = (
    "bring the list of all activities as CSV (Garmin Connect: Activities, Export CSV; Strava: "
    "activities.csv of the archive)."
)
APPLE_HEALTH = (
    "This is Apple Health's export.xml, which keeps no sets and no pain; bring the export (CSV) of "
    "the app in which the exercise or the pain was noted."
)
TRACK = "the track of one activity ({})"
TRACKS = {"gpx": "GPX", "TrainingCenterDatabase": "TCX"}
CUT_WORKBOOK = "an Office file that is damaged or breaks off"
ARCHIVES = ("a zip archive", "a compressed archive")
MEGABYTE = 1_000_000

PICTURES = {
    b"\x89PNG\r\n\x1a\n": "PNG",
    b"\xff\xd8\xff": "JPEG",
    b"GIF87a": "GIF",
    b"GIF89a": "GIF",
    b"II*\x00": "TIFF",
    b"MM\x00*": "TIFF",
}
PACKED = (b"\x1f\x8b", b"7z\xbc\xaf\x27\x1c", b"Rar!\x1a\x07", b"BZh9", b"\xfd7zXZ\x00")
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
HEIC_BRANDS = (b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1", b"avif")
MARKUP = re.compile(r"<(?:[?!]|[a-z][\w:.-]*[\s/>])", re.IGNORECASE)
JSON = re.compile(r'\{\s*["}]|\[\s*(?:[\[{"\]]|-?\d)')
SEEN = 4096


def refuse_large(source: Source, limit: int | None) -> None:
    """Raise :class:`Refused` where the file is larger than ``limit`` bytes; None sets no limit."""
    if limit is not None and len(source.data) > limit:
        raise Refused(
            f"The file is {_megabytes(len(source.data))} and at most {_megabytes(limit)} can be "
            "read; bring it in parts, such as one file for each half of the people or of the time."
        )


def _megabytes(size: int) -> str:
    digits = 1 if size >= MEGABYTE else 3
    return f"{size / MEGABYTE:,.{digits}f}".rstrip("0").rstrip(".") + " MB"


def refuse_foreign(data: bytes) -> None:
    """Raise :class:`Refused` where the first bytes tell a file that is no text.

    Examples
    --------
    >>> refuse_foreign(b"%PDF-1.7")
    Traceback (most recent call last):
    analysis.reading.raw.Refused: This is a PDF, whose tables cannot be read reliably; save ...
    """
    what = _picture(data) or _document(data) or _archive(data)
    if what:
        raise Refused(f"This is {what}; {_instead(what)}")


def _instead(what: str) -> str:
    if what in ARCHIVES:
        return UNPACK
    if what == CUT_WORKBOOK:
        return WHOLE
    return BRING_LIST if what.startswith("the track") else BRING


def _picture(data: bytes) -> str | None:
    names = [name for start, name in PICTURES.items() if data.startswith(start)]
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        names = ["WEBP"]
    if data[4:8] == b"ftyp":
        names = ["HEIC"] if data[8:12] in HEIC_BRANDS else []
    return f"a picture ({names[0]}), and no numbers are read from pictures" if names else None


def _document(data: bytes) -> str | None:
    if data.startswith(b"%PDF"):
        return "a PDF, whose tables cannot be read reliably"
    if data.startswith(b"{\\rtf"):
        return "a text document (RTF)"
    if data.startswith(b"SQLite format 3\x00"):
        return "an SQLite database"
    if data.startswith(b"PAR1"):
        return "a Parquet file"
    if data.startswith(OLE):
        return _old_office(data)
    return TRACK.format("FIT") if data[8:12] == b".FIT" else None


def _old_office(data: bytes) -> str:
    if "EncryptedPackage".encode("utf-16-le") in data:
        return "an Excel workbook protected by a password"
    return "an old Excel workbook (.xls) or another old Office file"


def _archive(data: bytes) -> str | None:
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zipped(data)
    return "a compressed archive" if data.startswith(PACKED) else None


def _zipped(data: bytes) -> str:
    beginning = data[:SEEN]
    if b"application/vnd.oasis.opendocument" in beginning:
        return "an OpenDocument file (.ods)"
    if b"Index/" in beginning and b".iwa" in beginning:
        return "an Apple Numbers document"
    if b"xl/workbook.bin" in data:
        return "a binary Excel workbook (.xlsb)"
    if b"word/document.xml" in data:
        return "a text document (Word)"
    if b"[Content_Types].xml" in beginning or b"xl/" in beginning:
        return CUT_WORKBOOK
    return "a zip archive"


def refuse_markup(text: str) -> None:
    """Raise :class:`Refused` where the text is a web page, XML or JSON and no table.

    Examples
    --------
    >>> refuse_markup('{"date": "2026-03-04"}')
    Traceback (most recent call last):
    analysis.reading.raw.Refused: This is JSON, not a table; save ...
    """
    beginning = text[:SEEN].lstrip()
    if JSON.match(beginning):
        raise Refused(f"This is JSON, not a table; {BRING}")
    if not MARKUP.match(beginning):
        return
    if "HealthData" in beginning:
        raise Refused(APPLE_HEALTH)
    for tag, kind in TRACKS.items():
        if f"<{tag}" in beginning:
            raise Refused(f"This is {TRACK.format(kind)}; {BRING_LIST}")
    page = re.search(r"<(?:!doctype\s+)?html", beginning, re.IGNORECASE)
    raise Refused(f"This is {'a web page (HTML)' if page else 'XML'}, not a table; {BRING}")
