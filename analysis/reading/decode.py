"""Bytes to text: which encoding, or why there is no text in them."""

import io
import re
import zipfile
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE

from analysis.reading.foreign import SEEN, refuse_foreign, refuse_large, refuse_markup
from analysis.reading.letters import letters_of, wide_letters_of
from analysis.reading.raw import Refused, Source

BLANKS = " \t\n\v\f\r\xa0\u2007\u2009\u202f\u3000\ufeff"
"""What counts as blank at the edges of a cell: spaces, also those that do not break."""

EMPTY = "The file is empty; it needs a line of column names and one row for each day."
BINARY = (
    "This is not a text file; save the log as CSV or as an Excel workbook (.xlsx) "
    "and bring that file."
)
CONTROL = re.compile(r"[\x00-\x08\x0e-\x19\x1b\x1c-\x1f\x7f]")
MOST_CONTROL = 0.01


def is_workbook(data: bytes) -> bool:
    """Return whether the bytes are an Excel workbook of the present kind (.xlsx, .xlsm).

    Examples
    --------
    >>> is_workbook(b"date,pain")
    False
    """
    if not data.startswith(b"PK\x03\x04"):
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return "xl/workbook.xml" in archive.namelist()
    except (zipfile.BadZipFile, NotImplementedError, ValueError, EOFError, OverflowError):
        return False


def decode(source: Source, limit: int | None) -> tuple[str, tuple[str, ...]]:
    r"""Return the text of a file with ``\n`` for every line end, and notes on how it was read.

    A byte-order mark decides; without one the pattern of zero bytes tells UTF-16;
    then UTF-8; then Windows-1252 or, by its letters, 1254, which is noted.

    Parameters
    ----------
    source : Source
        The file.
    limit : int or None
        Most bytes taken; None sets no limit.

    Raises
    ------
    Refused
        Where the file is too large, empty, or of a kind that is no text table.

    Examples
    --------
    >>> decode(Source("log.csv", b"date,pain\r\n2026-03-04,3\r\n"), None)
    ('date,pain\n2026-03-04,3\n', ())
    """
    refuse_large(source, limit)
    refuse_foreign(source.data)
    text, notes = _decoded(source.data)
    if not text.strip(BLANKS):
        raise Refused(EMPTY)
    beginning = text[:SEEN]
    if "\0" in text or len(CONTROL.findall(beginning)) > MOST_CONTROL * len(beginning):
        raise Refused(BINARY)
    refuse_markup(text)
    return _one_line_end(text), notes


def _decoded(data: bytes) -> tuple[str, tuple[str, ...]]:
    if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return wide_letters_of(data, "utf-16"), ()
    wide = _utf16_without_mark(data[:SEEN])
    if wide:
        return wide_letters_of(data, wide), ("The file was read as UTF-16.",)
    if b"\0" in data:
        raise Refused(BINARY)
    return letters_of(data.removeprefix(BOM_UTF8))


def _utf16_without_mark(beginning: bytes) -> str | None:
    """Tell UTF-16 by the zero byte that stands beside every plain letter."""
    even, odd = beginning[0::2], beginning[1::2]
    mostly, few = max(1, len(odd) // 2), len(odd) // 100
    if odd.count(0) >= mostly and even.count(0) <= few:
        return "utf-16-le"
    return "utf-16-be" if even.count(0) >= mostly and odd.count(0) <= few else None


def _one_line_end(text: str) -> str:
    # Each of the three line ends becomes one newline, so that lines count as an editor counts.
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text
