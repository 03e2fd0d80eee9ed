"""Delimited text to a table: which delimiter, where the header is, and the rows below it."""

import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from analysis.reading.cut_off import without_cut_row
from analysis.reading.heading import (
    PROBED,
    header_at,
    note_on_comments,
    notes_above,
    refuse_wide,
)
from analysis.reading.lacking import without_lacking
from analysis.reading.quoted import Place, Row, read_rows
from analysis.reading.raw import RawTable, Refused, SetAside
from analysis.reading.regular import Layout, read_regular, usual_width
from analysis.reading.shifted import put_right, without_nameless
from analysis.reading.tidy import Long, Records, frame_of_rows, refuse_hollow, tidy

DELIMITERS = (",", ";", "\t", "|")
TOLD = re.compile(r'\s*"?sep=([,;\t|:^~])"?[,;\t ]*\Z', re.IGNORECASE)
MOST_ODD = 0.1
"""Share of irregular records above which the careful way is taken for all."""

FEW_FILLED = 0.25
"""Share of the rows behind a header's end that may have something there and be a slip each."""

MOST_UNREAD = 10_000
"""So many lines that cannot be read, and more than can, are no slips."""

UNREADABLE = (
    "More than {} lines cannot be read ({} in the last of them), and fewer can. Save the file "
    "again as CSV in the program that wrote it and bring that."
)
NO_TABLE = (
    "No table was found in the text; it needs a line of column names, such as "
    "date, sets, reps and pain, and one row for each day."
)


@dataclass(frozen=True)
class Heading:
    """The line of column names, the delimiter it was found with, and where the rows begin."""

    delimiter: str
    names: tuple[str, ...]
    body: Place
    notes: tuple[str, ...]


def read_delimited(text: str, known: Callable[[str], bool]) -> RawTable:
    """Return the table in a delimited text.

    Comma, semicolon, tab or bar: the one with which a line among the first records
    holds the most known column names. Blank lines, comments (``#``) and repetitions
    of the header are no rows; a row with more filled fields than the header, and
    one whose quotation mark stays open, is set aside.

    Parameters
    ----------
    text : str
        Lines ended by newlines alone.
    known : callable
        Whether a cell is a known column name.

    Raises
    ------
    Refused
        Where there is no table, no row, or one with far too many columns.

    Examples
    --------
    >>> text = "My log\\ndate;pain\\n2026-03-04;3,5\\n"
    >>> table = read_delimited(text, {"date", "pain"}.__contains__)
    >>> table.header, table.cells.iloc[0].tolist(), table.lines.tolist()
    (('date', 'pain'), ['2026-03-04', '3,5'], [3])
    """
    heading = find_heading(text, known)
    refuse_wide(heading.names)
    records = regular_records(text, heading) or careful_records(text, heading)
    comments = note_on_comments(records.comments, heading.names, heading.delimiter)
    records = without_cut_row(text, records)
    names, records = without_nameless(heading.names, records)
    records = without_lacking(records)
    records = put_right(names, records, heading.delimiter)
    return tidy(names, records, (*heading.notes, *comments, *records.notes))


def find_heading(text: str, known: Callable[[str], bool]) -> Heading:
    """Return the heading found with the delimiter that shows the most known names.

    Between equals goes the delimiter with which more records are as long as the
    header. A first line ``sep=;``, as Excel writes it, decides.
    """
    first, _, _ = text.partition("\n")
    told = TOLD.match(first)
    start = Place(len(first) + 1, 2) if told else Place(0, 1)
    tried = (told[1],) if told else DELIMITERS
    found = [_heading(text, start, delimiter, known) for delimiter in tried]
    if not any(found):
        raise Refused(NO_TABLE)
    return max((one for one in found if one), key=lambda one: one[0])[1]


def _heading(
    text: str, start: Place, delimiter: str, known: Callable[[str], bool]
) -> tuple[tuple[int, int, int], Heading] | None:
    rows = _probe(read_rows(text, start, delimiter))
    records = [row for row in rows if row.fields is not None]
    if not records:
        return None
    at, names = header_at([row.fields or () for row in records], known)
    header = records[at]
    fields = header.fields or ()
    above = rows[: rows.index(header)]
    comments = [row.said for row in above if row.comment]
    skipped = [row.line for row in above if not row.comment]
    alike = sum(len(row.fields or ()) == len(fields) for row in records) if len(fields) > 1 else 0
    heading = Heading(delimiter, fields, header.after, notes_above(comments, skipped))
    return (names, alike, len(fields)), heading


def _probe(rows: Iterable[Row]) -> list[Row]:
    """Return the first records and what stands between them, as far as lines can be read."""
    seen, records = [], 0
    for row in rows:
        seen.append(row)
        records += row.fields is not None
        if records == PROBED or len(seen) - records > MOST_UNREAD:
            break
    return seen


def careful_records(text: str, heading: Heading) -> Records:
    """Return the records below a heading, read one at a time."""
    width = len(heading.names)
    return _records(read_rows(text, heading.body, heading.delimiter, width), width, len(text))


def _records(read: Iterable[Row], width: int, size: int, few: bool = False) -> Records:
    """Return records as they are read; ``few`` says that they are the odd ones of a file."""
    rows, aside, comments = [], [], []
    for row in read:
        if row.fields is not None:
            rows.append((row.line, row.fields))
        elif row.comment:
            comments.append(row)
        else:
            aside.append(row)
            if len(aside) > max(MOST_UNREAD, len(rows)):
                raise Refused(UNREADABLE.format(f"{MOST_UNREAD:,}", row.said))
    # Where many rows end in a delimiter the file does so; what is longer yet may be shifted,
    # and all may be where not few have something behind it: the header lacks a name.
    longer = [fields for _, fields in rows if len(fields) > width]
    filled = sum(any(fields[width:]) for fields in longer)
    ends = Counter(map(len, longer)) if filled <= FEW_FILLED * len(longer) else Counter()
    usual = max(ends, key=ends.__getitem__) if ends.total() > MOST_ODD * len(rows) else width
    most = width if few else usual
    is_long = [len(f) > most or any(f[width:]) for _, f in rows]
    fitting = [row for row, long in zip(rows, is_long, strict=True) if not long]
    refuse_hollow(len(fitting), width, size)
    return Records(
        frame_of_rows([fields[:width] for _, fields in fitting], width),
        np.array([line for line, _ in fitting], dtype=np.int64),
        tuple(SetAside(row.line, row.said) for row in aside),
        tuple(row.said for row in comments),
        tuple(Long(*row) for row, long in zip(rows, is_long, strict=True) if long),
    )


def regular_records(text: str, heading: Heading) -> Records | None:
    """Return the same as :func:`careful_records` by way of Arrow; None where too much is odd."""
    data = np.frombuffer(text[heading.body.position :].encode(), np.uint8)
    layout = Layout.of(data, heading.delimiter, heading.body.line) if len(data) else None
    if layout is None:
        return None
    width = len(heading.names)
    usual = usual_width(layout.fields[layout.filled], width)
    keep = layout.regular(data, usual)
    odd = np.flatnonzero(layout.filled & ~keep)
    kept = int(keep.sum())
    if usual > width or not kept or len(odd) > MOST_ODD * kept or not layout.whole[odd].all():
        return None
    refuse_hollow(kept, width, len(data))
    cells = read_regular(data, layout, keep, heading.delimiter, width)
    regular = Records(cells, layout.lines[keep])
    return _together(regular, _odd(data, layout, odd, heading)) if len(odd) else regular


def _odd(data: np.ndarray, layout: Layout, odd: np.ndarray, heading: Heading) -> Records:
    """Return the odd records, each of a single line, read carefully."""
    width = len(heading.names)
    read = (
        row
        for at in odd
        for row in read_rows(
            data[layout.starts[at] : layout.ends[at]].tobytes().decode(),
            Place(0, int(layout.lines[at])),
            heading.delimiter,
            width,
        )
    )
    return _records(read, width, len(data), few=True)


def _together(regular: Records, odd: Records) -> Records:
    if not len(odd.lines):
        return replace(odd, cells=regular.cells, lines=regular.lines)
    lines = np.concatenate([regular.lines, odd.lines])
    order = np.argsort(lines, kind="stable")
    cells = pd.concat([regular.cells, odd.cells], ignore_index=True).take(order)
    return replace(odd, cells=cells.reset_index(drop=True), lines=lines[order])
