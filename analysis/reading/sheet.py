"""A file's cells under the fields they stand for, each read as what it holds."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial

import numpy as np
import pandas as pd

from analysis.reading.columns import FIELDS, Match
from analysis.reading.ledger import Fault
from analysis.reading.values import BARE, Parsed, Times, durations, numbers, times
from analysis.reading.words import Variants, Words, plain, read_variants, read_words

UNITS = {
    "seconds": ("s", "sec", "seconds"),
    "lift_cm": ("cm",),
    "distance_km": ("km",),
    "minutes": ("min",),
}
UNIT_OF_NAME = {
    "minutes": {"s": 1 / 60, "sec": 1 / 60, "seconds": 1 / 60, "h": 60.0, "hours": 60.0},
    "lift_cm": {"mm": 0.1, "in": 2.54, "inches": 2.54},
    "seconds": {"min": 60.0, "minutes": 60.0},
}
"""What one of the unit at the end of a column's name is in the unit of the log."""
TWO_PARTS = r"\d+:\d+"
"""A clock time or duration of which the parts may be hours and minutes, or minutes and seconds."""


@dataclass(frozen=True)
class Sheet:
    """A file's cells with what each column is taken for and how its values are written.

    Attributes
    ----------
    cells : pandas.DataFrame
        One row per record, columns by position, dtype ``str``.
    columns : mapping of field to position
        The columns in use.
    matches : tuple of Match
        What each column is taken for, by position.
    own : str
        Which of the log's own tables this is; empty for any other file.
    pending : frozenset of str
        Fields that wait for an answer; they are not read.
    marks, orders : mapping of field to str
        The decimal mark of each number and the order of each date.
    row_is_a_set : bool
        Whether each row is one set, and not a session of several.
    hours_ahead : int
        Hours to be added to times in world time for the person's own clock.
    """

    cells: pd.DataFrame
    columns: Mapping[str, int]
    matches: tuple[Match, ...]
    own: str
    pending: frozenset[str]
    marks: Mapping[str, str]
    orders: Mapping[str, str]
    row_is_a_set: bool = False
    hours_ahead: int = 0

    def has(self, *names: str) -> bool:
        """Return whether any of these fields has a column in use."""
        return any(name in self.columns for name in names)

    def waits(self, *names: str) -> bool:
        """Return whether any of these fields waits for an answer."""
        return not self.pending.isdisjoint(names)

    def name(self, field: str) -> str:
        """Return a field's column name as the file has it."""
        return self.matches[self.columns[field]].name

    def texts(self, field: str) -> pd.Series:
        """Return a field's cells; all missing where the file has no such column."""
        if field not in self.columns:
            return pd.Series(np.nan, index=self.cells.index, dtype="str")
        return self.cells[self.columns[field]]

    def filled(self, field: str) -> np.ndarray:
        """Return which rows have anything written in a field."""
        return self.texts(field).fillna("").ne("").to_numpy(dtype=bool)

    def text(self, field: str) -> pd.Series:
        """Return a free text, missing where blank."""
        return free_text(self.texts(field))

    def numbers(self, field: str) -> Parsed:
        """Return a field's numbers; minutes may be written as a duration."""
        if field not in self.columns:
            n = len(self.cells)
            return Parsed(np.full(n, np.nan), np.zeros(n, dtype=bool))
        if FIELDS[field].kind == "duration":
            return durations(self.texts(field), self.marks[field])
        return numbers(self.texts(field), self.marks[field], units=UNITS.get(field, ()))

    def converted(self, field: str) -> Parsed:
        """Return a field's numbers in the log's unit where its column names another."""
        parsed = self.numbers(field)
        words = plain(self.name(field)).split() if field in self.columns else []
        factor = UNIT_OF_NAME.get(field, {}).get(words[-1] if words else "", 1.0)
        if FIELDS[field].kind != "duration" or factor == 1.0:
            return Parsed(parsed.values * factor, parsed.bad)
        texts = self.texts(field).fillna("")
        alone = texts.str.fullmatch(BARE.pattern).to_numpy(dtype=bool)
        # A clock has units of its own; in a column of seconds 12:30 may be either.
        either = texts.str.fullmatch(TWO_PARTS).to_numpy(dtype=bool) & (factor < 1)
        values = np.where(alone, parsed.values * factor, parsed.values)
        return Parsed(np.where(either, np.nan, values), parsed.bad | either)

    def times(self, field: str) -> Times:
        """Return a field's dates, moved to the person's own clock where they bear one."""
        found = times(self.texts(field), self.orders.get(field, "iso"))
        if not self.hours_ahead:
            return found
        moved = found.values + np.timedelta64(self.hours_ahead, "h")
        return replace(found, values=np.where(found.has_clock, moved, found.values))

    def words(self, field: str) -> Words:
        """Return a field's cells as the log's own words."""
        return read_words(field, self.texts(field))

    def variants(self, field: str) -> Variants:
        """Return the surfaces and knees that a field's cells name."""
        return read_variants(self.texts(field))

    def without(self, *names: str) -> "Sheet":
        """Return the sheet with some fields waiting for an answer."""
        columns = {name: at for name, at in self.columns.items() if name not in names}
        return replace(self, columns=columns, pending=self.pending | set(names))

    def head(self, n: int) -> "Sheet":
        """Return the first rows."""
        return replace(self, cells=self.cells.head(n))


def free_text(texts: pd.Series) -> pd.Series:
    """Return texts, missing where blank, as they stood before our own export.

    That writes a quote before a sign so that no spreadsheet takes a text for a formula.

    Examples
    --------
    >>> free_text(pd.Series(["'=1+1", "", "it's"])).tolist()
    ['=1+1', nan, "it's"]
    """
    guarded = texts.str.slice(0, 2).isin(["'=", "'+", "'-", "'@"])
    if guarded.any():
        texts = texts.where(~guarded, texts.str.slice(1))
    return texts.mask(texts.eq(""))


def number_faults(
    sheet: Sheet, field: str, parsed: Parsed, lowest: float | None = 0.0, highest: float = np.inf
) -> list[Fault]:
    """Return what can be wrong with a number: no number at all, or outside its limits."""
    if field not in sheet.columns:
        return []
    told = partial(Fault, texts=sheet.texts(field))
    name = sheet.name(field)
    what = "number of minutes" if FIELDS[field].kind == "duration" else "number"
    faults = [told(parsed.bad, f"{name}: “{{}}” is not a {what}")]
    if lowest is not None:
        faults.append(told(parsed.values < lowest, f"{name}: {{}} is below {lowest:g}"))
    if np.isfinite(highest):
        faults.append(told(parsed.values > highest, f"{name}: {{}} is above {highest:g}"))
    return faults


def word_faults(sheet: Sheet, field: str, words: Words) -> list[Fault]:
    """Return where a word is not one that the log knows."""
    if field not in sheet.columns:
        return []
    reason = f"{sheet.name(field)}: “{{}}” is not a {FIELDS[field].label} that is known here"
    return [Fault(words.bad, reason, sheet.texts(field))]
