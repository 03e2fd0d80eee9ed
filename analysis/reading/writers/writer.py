"""What a writer is: an app or a form whose files are known by their column names."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace

import numpy as np
import pandas as pd

from analysis.reading.ledger import Choices, Ledger
from analysis.reading.raw import RawTable
from analysis.reading.words import plain
from analysis.wording import plural

Fields = Mapping[int, str]
TRUE = (
    *("true", "1", "yes", "wahr", "vrai", "verdadero", "verdadeiro", "vero", "waar", "sant"),
    *("sand", "sann", "prawda", "tosi", "dogru", "pravda", "adevarat", "igaz"),
)
"""What spreadsheets in the languages of the apps make of true."""

WARM_UPS: Choices = (("count", "Count them"), ("leave", "Leave them out"))


@dataclass(frozen=True)
class Part:
    """Rows of a file that are read alike.

    Attributes
    ----------
    raw : RawTable
        Some or all rows of the file, its columns at the positions they have in it.
    fields : mapping of position to field
        What the writer's columns stand for, a key of ``FIELDS``; "" for a column known
        not to be used. Other columns are matched by name.
    row_is_a_set : bool
        Whether each row is one set of an exercise.
    waits : bool
        Whether nothing is used until a question is answered; the columns are still shown.
    of_people : bool
        Whether each row is about a person and not about a day.
    """

    raw: RawTable
    fields: Fields = field(default_factory=dict)
    row_is_a_set: bool = False
    waits: bool = False
    of_people: bool = False


@dataclass(frozen=True)
class Writer:
    """An app or a form, how its files are known, and how they are read.

    Attributes
    ----------
    key : str
        The word kept in answers, such as ``strong``.
    label : str
        As said to people, such as "Strong".
    recognises : callable
        Whether a header is this writer's. It must not be true of a hand-kept sheet.
    parts : callable
        The parts of a file, none while everything waits for an answer; notes and questions
        go to the ledger, and a :class:`~analysis.reading.raw.Refused` names the file to
        bring instead.
    worked_with : tuple of str
        Plain names of columns that decide something without being a field of their own,
        such as the mark of a warm-up.
    """

    key: str
    label: str
    recognises: Callable[[tuple[str, ...]], bool]
    parts: Callable[[RawTable, Ledger], list[Part]]
    worked_with: tuple[str, ...] = ()


def has_all(*layouts: Iterable[str]) -> Callable[[tuple[str, ...]], bool]:
    """Return a check whether a header has all names of one of these layouts, in plain form.

    Examples
    --------
    >>> has_all(("date", "set order"))(("Date", "Set Order", "Reps"))
    True
    """
    wanted = [{plain(name) for name in layout} for layout in layouts]

    def check(header: tuple[str, ...]) -> bool:
        names = {plain(name) for name in header}
        return any(names >= layout for layout in wanted)

    return check


def fields_by_name(header: tuple[str, ...], fields: Mapping[str, str]) -> dict[int, str]:
    """Return the field of each column whose plain name is known; the first of two equal names.

    Examples
    --------
    >>> fields_by_name(("Date", "Reps", "Reps"), {"date": "date", "reps": "reps"})
    {0: 'date', 1: 'reps', 2: ''}
    """
    found: dict[int, str] = {}
    for position, name in enumerate(map(plain, header)):
        if name in fields:
            found[position] = "" if fields[name] in found.values() else fields[name]
    return found


def column(raw: RawTable, name: str) -> pd.Series:
    """Return the cells of the first column of a plain name, blank where there is none."""
    at = [position for position, told in enumerate(raw.header) if plain(told) == name]
    if not at:
        return pd.Series("", index=raw.cells.index, dtype="str")
    return raw.cells[at[0]].fillna("").str.strip()


def rows_where(raw: RawTable, keep: np.ndarray | pd.Series) -> RawTable:
    """Return the rows for which ``keep`` is true."""
    keep = np.asarray(keep, dtype=bool)
    if keep.all():
        return raw
    return replace(raw, cells=raw.cells[keep].reset_index(drop=True), lines=raw.lines[keep])


def without(raw: RawTable, drop: np.ndarray | pd.Series, ledger: Ledger, what: str) -> RawTable:
    """Return the rows but those to drop, and say how many there were and what they are.

    ``what`` is said of one row, as in "1 row is a rest between sets" (``a rest between sets``).
    """
    drop = np.asarray(drop, dtype=bool)
    n = int(drop.sum())
    if n:
        ledger.note(f"Not counted: {plural(n, 'row')}, {what}.")
        ledger.passed_over.update(raw.lines[drop].tolist())
    return rows_where(raw, ~drop)


def is_true(texts: pd.Series) -> pd.Series:
    """Return which texts say true, as apps write it or as a spreadsheet does in its language.

    Examples
    --------
    >>> is_true(pd.Series(["true", "FALSE", "WAHR", "1", ""])).tolist()
    [True, False, True, True, False]
    """
    told = {text: plain(text) in TRUE for text in texts.dropna().unique()}
    return texts.map(told).eq(True)


def without_warm_ups(raw: RawTable, warm_up: np.ndarray | pd.Series, ledger: Ledger) -> RawTable:
    """Return the rows with warm-up sets or without, as the person's setting says.

    They count unless told otherwise: the tendon carries a warm-up set too.
    """
    n = int(np.asarray(warm_up, dtype=bool).sum())
    if not n:
        return raw
    told = ledger.settle(
        "warm_ups", f"The file marks {plural(n, 'warm-up set')}", WARM_UPS, "count"
    )
    return raw if told == "count" else without(raw, warm_up, ledger, "warm-up sets")


def with_column(raw: RawTable, name: str, texts: pd.Series) -> tuple[RawTable, int]:
    """Return the rows with one more column, worked out from the others, and its position."""
    position = raw.cells.shape[1]
    added = pd.Series(texts.to_numpy(), index=raw.cells.index, dtype="str")
    cells = pd.concat([raw.cells, added.rename(position)], axis=1)
    return replace(raw, header=(*raw.header, name), cells=cells), position
