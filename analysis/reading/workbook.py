"""An Excel workbook to a table: which sheet, and its cells as text."""

import io
import warnings
import zipfile
from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime, time, timedelta
from itertools import islice
from typing import Any

import numpy as np

from analysis.reading.decode import BLANKS, is_workbook
from analysis.reading.foreign import MEGABYTE, refuse_foreign
from analysis.reading.heading import (
    PROBED,
    header_at,
    note_on_comments,
    notes_above,
    refuse_wide,
)
from analysis.reading.quoted import is_comment
from analysis.reading.raw import RawTable, Refused
from analysis.reading.tidy import Records, frame_of_rows, refuse_hollow, tidy

MOST_UNPACKED = 200 * MEGABYTE
MOST_PACKED = 100
"""How many times its packed size a part may have; the sheets of logs have 8 to 20 times."""

PACKED_FROM = MEGABYTE
LAST_ROW = 1_048_576
"""The last row of a sheet in Excel; a file that names a later one is damaged."""

ERRORS = {"#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A", "#GETTING_DATA"}
DAMAGED = (
    "The workbook is damaged and cannot be opened; open it in a spreadsheet program, "
    "save it again as .xlsx or CSV and bring that file."
)
LOCKED = "The workbook is protected by a password; save a copy without one and bring that file."
BOMB = (
    "The workbook unpacks to far more than a log holds; save the sheet of the log "
    "alone as CSV and bring that file."
)
NO_SHEET = (
    "The workbook has no filled sheet; it needs a row of column names and one row for each day."
)
Filled = tuple[int, list[str]]


def read_workbook(data: bytes, known: Callable[[str], bool]) -> RawTable:
    """Return the table in a workbook (.xlsx), its cells as text and its rows by number.

    Of several sheets the one with the most known column names is read, and named
    in a note. Dates become ``2026-03-04`` or ``2026-03-04 07:30:00``, times
    ``07:30:00``, truth values yes and no. A formula without a saved value and an
    error such as ``#N/A`` are blank.

    Parameters
    ----------
    data : bytes
        The file.
    known : callable
        Whether a cell is a known column name.

    Raises
    ------
    Refused
        Where the workbook is damaged, locked, empty, or unpacks to too much.
    """
    _refuse_unsafe(data)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl warns of styles that it leaves out
            return _read(data, known)
    except Refused:
        raise
    except Exception as error:  # a damaged part breaks openpyxl in ways of its own
        raise Refused(DAMAGED) from error


def _refuse_unsafe(data: bytes) -> None:
    """Raise :class:`Refused` before anything is unpacked that is too large or locked."""
    if not is_workbook(data):
        refuse_foreign(data)
        raise Refused(DAMAGED)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = archive.infolist()
    if any(part.flag_bits & 1 for part in parts):
        raise Refused(LOCKED)
    too_dense = any(
        part.file_size > PACKED_FROM and part.file_size > MOST_PACKED * part.compress_size
        for part in parts
    )
    if too_dense or sum(part.file_size for part in parts) > MOST_UNPACKED:
        raise Refused(BOMB)


def _read(data: bytes, known: Callable[[str], bool]) -> RawTable:
    import openpyxl

    book = openpyxl.load_workbook(
        io.BytesIO(data), read_only=True, data_only=True, keep_links=False
    )
    try:
        found = [
            (header_at(_records(probe), known), sheet, probe)
            for sheet in book.worksheets
            if _records(probe := list(islice(_filled_rows(sheet), PROBED)))
        ]
        if not found:
            raise Refused(NO_SHEET)
        (at, _), sheet, probe = max(found, key=lambda one: one[0][1])
        notes = _note_on_sheet(sheet.title, len(found))
        header = [row for row in probe if not is_comment(row[1][0])][at]
        return _table(list(_filled_rows(sheet)), header, notes)
    finally:
        book.close()


def _records(rows: Sequence[Filled]) -> list[list[str]]:
    return [fields for _, fields in rows if not is_comment(fields[0])]


def _note_on_sheet(title: str, filled: int) -> tuple[str, ...]:
    if filled == 1:
        return ()
    return (f'The workbook has {filled} filled sheets; "{title}" was read.',)


def _filled_rows(sheet: Any) -> Iterator[Filled]:
    """Yield the number and the texts of each row that is not blank, to its last filled cell."""
    sheet.reset_dimensions()  # what a file says of its size may be wrong
    for number, values in enumerate(sheet.iter_rows(values_only=True), 1):
        if number > LAST_ROW:
            raise Refused(DAMAGED)
        fields = [cell_text(value) for value in values]
        while fields and not fields[-1]:
            fields.pop()
        if fields:
            yield number, fields


def _table(rows: Sequence[Filled], header: Filled, notes: tuple[str, ...]) -> RawTable:
    at, names = header
    above = [row for row in rows if row[0] < at]
    below = [row for row in rows if row[0] > at]
    body = [row for row in below if not is_comment(row[1][0])]
    said = [" ".join(fields) for _, fields in above if is_comment(fields[0])]
    skipped = [number for number, fields in above if not is_comment(fields[0])]
    remarks = ["\t".join(fields) for _, fields in below if is_comment(fields[0])]
    notes = (*notes, *notes_above(said, skipped), *note_on_comments(remarks, names, "\t"))
    width = max([len(names), *(len(fields) for _, fields in body)])
    wide = [*names, *[""] * (width - len(names))]
    refuse_wide(wide)
    refuse_hollow(len(body), width, sum(len(fields) for _, fields in body))
    cells = frame_of_rows([fields for _, fields in body], width).fillna("")
    lines = np.array([number for number, _ in body], dtype=np.int64)
    return tidy(wide, Records(cells, lines), notes)


def cell_text(value: object) -> str:
    """Return what a cell of a workbook holds as text; an empty cell and an error are blank.

    Examples
    --------
    >>> [cell_text(v) for v in (None, True, 3.0, 7.5, "#N/A", datetime(2026, 3, 4))]
    ['', 'yes', '3', '7.5', '', '2026-03-04']
    >>> cell_text(datetime(2026, 3, 4, 7, 30)), cell_text(time(7, 30))
    ('2026-03-04 07:30:00', '07:30:00')
    """
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(value)
    if isinstance(value, datetime | date | time | timedelta):
        return _moment_text(value)
    text = "" if value is None else str(value).strip(BLANKS)
    return "" if text in ERRORS else text


def _moment_text(value: datetime | date | time | timedelta) -> str:
    if isinstance(value, timedelta):
        minutes, seconds = divmod(round(value.total_seconds()), 60)
        return f"{minutes // 60}:{minutes % 60:02d}:{seconds:02d}"
    if isinstance(value, time):
        return value.isoformat("seconds")
    if not isinstance(value, datetime):
        return value.isoformat()
    # Excel keeps a moment as a fraction of a day: a clock time is off by a few microseconds.
    whole = (value + timedelta(milliseconds=500)).replace(microsecond=0)
    return whole.date().isoformat() if whole.time() == time() else whole.isoformat(" ")
