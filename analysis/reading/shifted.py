"""Rows with a field too many: put right where only one way fits, else set aside."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

import numpy as np
import pandas as pd

from analysis.reading.raw import Refused, SetAside
from analysis.reading.tidy import Long, Records, frame_of_rows
from analysis.wording import plural

LOOKED_AT = 5000
FEW, TIMES_EACH = 20, 5
"""A column of so few words, each in so many rows on average, holds words of a list."""

NUMBER = re.compile(r"[+-]?\d+(?:[.,]\d+)*")
TIME = re.compile(
    r"\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}(?:[T ].*)?|\d{1,3}:\d{2}(?::\d{2}(?:\.\d+)?)?"
    r"|\d+\s*h(?:\s*\d+\s*m)?|\d+\s*m(?:in)?"
)
ALL_LONG = (
    "The line of column names has {} fields and every row has more ({} in the first). Add the name "
    "that is missing, or put quotation marks around texts that hold the delimiter."
)

MOST_LONG = 0.1
"""Share of rows with more fields than there are names up to which these are too long."""

SAID = 3
MOST_PIECES = 4
WORD = re.compile(r"[^\W\d_]{2}")


@dataclass(frozen=True)
class Kind:
    """What a column holds: nothing, numbers, times, one of a few words, or any text."""

    form: re.Pattern | None = None
    words: frozenset[str] | None = None

    @property
    def is_text(self) -> bool:
        """Whether a name with a delimiter in it may stand here."""
        return self.form is None and self.words != frozenset()

    def fits(self, text: str, new: bool = False) -> bool:
        """Return whether a text may stand here; ``new`` allows a word that a list has not yet."""
        if not text:
            return True
        if self.form is not None:
            return self.form.fullmatch(text) is not None
        if self.words is not None and not (new and self.words):
            return text in self.words
        return NUMBER.fullmatch(text) is None


def without_nameless(header: Sequence[str], records: Records) -> tuple[Sequence[str], Records]:
    """Return header and records without nameless last columns that hardly any row has.

    A header may end in a delimiter that the rows lack: a row that then reaches as far as
    the header is a field too long.

    Examples
    --------
    >>> rows = [("2026-03-01", "3")] * 9 + [("2026-03-02", "sore", "3")]
    >>> records = Records(frame_of_rows(rows, 3), np.arange(2, 12))
    >>> names, records = without_nameless(("date", "pain", ""), records)
    >>> names, records.long
    (('date', 'pain'), (Long(line=11, fields=('2026-03-02', 'sore', '3')),))
    """
    named = max((at for at, name in enumerate(header, 1) if name), default=len(header))
    cells = records.cells
    if named == len(header) or cells[named].notna().sum() > MOST_LONG * len(cells):
        return header, records
    filled = cells.iloc[:, named:].fillna("").ne("").any(axis=1).to_numpy()
    rows = zip(records.lines[filled].tolist(), cells[filled].to_numpy().tolist(), strict=True)
    long = tuple(Long(line, tuple(t for t in row if isinstance(t, str))) for line, row in rows)
    kept = cells.loc[~filled].iloc[:, :named].reset_index(drop=True)
    return header[:named], replace(
        records, cells=kept, lines=records.lines[~filled], long=(*records.long, *long)
    )


def put_right(header: Sequence[str], records: Records, delimiter: str) -> Records:
    """Return the records with rows that were a field or more too long, where one reading fits.

    A name with an unquoted delimiter is joined again if in every other place the row
    then has what its column holds elsewhere, and no other joining does so. Other rows
    stay set aside, and all do where more rows are too long than are not: then a name is
    missing in the header. What was joined is in ``notes``.

    Parameters
    ----------
    delimiter : str
        What stood between the fields, and now stands in the name.

    Raises
    ------
    Refused
        Where every row is too long.
    """
    if records.long and not len(records.cells):
        raise Refused(ALL_LONG.format(len(header), len(records.long[0].fields)))
    if not records.long or len(records.long) > len(records.cells):
        return replace(records, long=(), set_aside=_aside(records, records.long, len(header)))
    kinds = [_kind(records.cells[at].head(LOOKED_AT)) for at in range(len(header))]
    found = [(row, _read(row.fields, kinds, delimiter)) for row in records.long]
    right = [(row.line, told) for row, told in found if told is not None]
    wrong = tuple(row for row, told in found if told is None)
    records = replace(records, set_aside=_aside(records, wrong, len(header)), long=())
    if not right:
        return records
    rows = frame_of_rows([told.fields for _, told in right], len(header))
    lines = np.concatenate([records.lines, [line for line, _ in right]]).astype(np.int64)
    order = np.argsort(lines, kind="stable")
    cells = pd.concat([records.cells, rows], ignore_index=True).iloc[order]
    names = [(line, told.name) for line, told in right if told.name]
    notes = (*records.notes, _said(names)) if names else records.notes
    return replace(records, cells=cells.reset_index(drop=True), lines=lines[order], notes=notes)


class Reading(NamedTuple):
    """A row of the header's width, and the name that was joined in it, "" where none was."""

    fields: tuple[str, ...]
    name: str = ""


def _kind(column: pd.Series) -> Kind:
    filled = column[column.fillna("").ne("")]
    distinct = filled.unique()
    if not len(distinct):
        return Kind(words=frozenset())
    for form in (NUMBER, TIME):
        if all(form.fullmatch(text) for text in distinct):
            return Kind(form)
    listed = len(distinct) <= min(FEW, len(filled) / TIMES_EACH)
    return Kind(words=frozenset(distinct)) if listed else Kind()


def _read(fields: tuple[str, ...], kinds: list[Kind], delimiter: str) -> Reading | None:
    """Return the one way to read a row, None where none or several fit."""
    width = len(kinds)
    cut = fields[:width] if not any(fields[width:]) else None
    if cut is not None and all(map(Kind.fits, kinds, cut)):
        rivals = _joinings(fields, kinds, delimiter, new=True)
        return None if any(_is_name(*one, delimiter) for one in rivals) else Reading(cut)
    for new in (False, True):
        found = list(_joinings(fields, kinds, delimiter, new))
        if len(found) > 1 or (found and not _is_name(*found[0], delimiter)):
            return None
        if found:
            return found[0][0]
    return None


def _is_name(read: Reading, kind: Kind, delimiter: str) -> bool:
    """Return whether what was joined are words: two rows run together hold dates and numbers."""
    pieces = [piece.strip() for piece in read.name.split(delimiter)]
    words = (WORD.search(piece) and not TIME.fullmatch(piece) for piece in pieces)
    return kind.is_text and len(pieces) <= MOST_PIECES and all(words)


def _joinings(
    fields: tuple[str, ...], kinds: list[Kind], delimiter: str, new: bool
) -> Iterator[tuple[Reading, Kind]]:
    """Yield the rows with neighbouring fields joined in which every column has what it holds.

    A joined name may be ``new`` to a column that holds words of a list; blank fields at
    the end may be too many.
    """
    blanks = next((n for n, text in enumerate(reversed(fields)) if text), len(fields))
    for end in range(max(len(kinds) + 1, len(fields) - blanks), len(fields) + 1):
        yield from _joined(fields[:end], kinds, delimiter, new)


def _joined(
    fields: tuple[str, ...], kinds: list[Kind], delimiter: str, new: bool
) -> Iterator[tuple[Reading, Kind]]:
    pieces = len(fields) - len(kinds) + 1
    for at, kind in enumerate(kinds):
        joined = fields[at : at + pieces]
        # A decimal comma without quotes shifts a row too: it is seen, and not repaired.
        between = f"{delimiter} " if delimiter == "," and kind.is_text else delimiter
        name = between.join(joined)
        row = (*fields[:at], name, *fields[at + pieces :])
        others = all(k.fits(t) for i, (k, t) in enumerate(zip(kinds, row, strict=True)) if i != at)
        if others and all(joined) and kind.fits(name, new):
            yield Reading(row, name), kind


def _aside(records: Records, rows: Sequence[Long], width: int) -> tuple[SetAside, ...]:
    said = "has {} fields where the header has {}; a text that holds the delimiter needs quotation "
    reasons = [
        SetAside(r.line, said.format(len(r.fields), width) + "marks around it") for r in rows
    ]
    return (*records.set_aside, *reasons)


def _said(joined: list[tuple[int, str]]) -> str:
    shown = ", ".join(f"“{name}” in line {line:,}" for line, name in joined[:SAID])
    more = f" and {plural(len(joined) - SAID, 'other row')}" if len(joined) > SAID else ""
    return f"Names with a delimiter and no quotation marks were read as one: {shown}{more}."
