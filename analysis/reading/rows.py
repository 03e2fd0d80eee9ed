"""Whose row it is, which tendon's, and when: what every entry of a row shares."""

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
import pandas as pd

from analysis.reading.exercises import DROP, taken_for
from analysis.reading.ledger import Fault, Ledger
from analysis.reading.one_leg import in_turn
from analysis.reading.raw import Refused
from analysis.reading.sheet import Sheet, number_faults, word_faults
from analysis.reading.stray import settle_strays
from analysis.reading.values import clock_minutes
from analysis.reading.words import read_words
from analysis.wording import plural

WHEN = ("date", "day", "week")
NO_TIME = (
    "No column tells when: there is no date, programme day or week. "
    "Add a column called date, with days such as 2026-03-25."
)
ALL_UNREADABLE = "No date in the column “{}” can be read. Write dates as 2026-03-25."
ALL_AHEAD = "Every date in the column “{}” is after tomorrow. Check the year and the order."


@dataclass(frozen=True)
class Rows:
    """What the entries of a row share.

    Attributes
    ----------
    sound : numpy.ndarray of bool
        Rows whose person, side and time can be told; no other gives an entry.
    lines : numpy.ndarray
        Lines of the file.
    person, side : pandas.Series
        Missing person: the file names nobody. Side is left, right, both or missing.
    at : pandas.Series
        Date, with the clock where there is one; missing where a file has no dates.
    day, week : numpy.ndarray
        Programme day or week of a visit, where no date stands.
    """

    sound: np.ndarray
    lines: np.ndarray
    person: pd.Series
    side: pd.Series
    at: pd.Series
    day: np.ndarray
    week: np.ndarray

    def entries(self, standing: np.ndarray, **values: object) -> pd.DataFrame:
        """Return the rows that stand, with the columns given beside line, person and side."""
        shared = {"line": self.lines, "person": self.person, "side": self.side}
        return pd.DataFrame({**shared, **values})[standing].reset_index(drop=True)

    def without_a_day(self) -> np.ndarray:
        """Return which rows have neither a date nor a programme day, only a visit's week."""
        return self.at.isna().to_numpy() & np.isnan(self.day)


def rows_of(sheet: Sheet, ledger: Ledger, today: date) -> Rows:
    """Read person, side and time of every row; set aside the rows that lack what others have.

    Raises
    ------
    Refused
        Where no row has a time, or every date is unreadable or after tomorrow.
    """
    at, day, week, faults = _times(sheet, ledger, today)
    waiting, astray = settle_strays(at, sheet, ledger)
    side, unknown = _sides(sheet, ledger)
    person, nameless = _people(sheet)
    sound = ledger.sound(~waiting, [*faults, *astray, *nameless, *unknown])
    return Rows(sound, ledger.lines, person, side, at, day, week)


def rows_of_people(sheet: Sheet, ledger: Ledger) -> Rows:
    """Read person and side of every row of a list of people; there is no time."""
    side, unknown = _sides(sheet, ledger)
    person, nameless = _people(sheet)
    n = len(sheet.cells)
    sound = ledger.sound(np.ones(n, dtype=bool), [*nameless, *unknown])
    never = pd.Series(np.full(n, "NaT", dtype="datetime64[us]"))
    return Rows(sound, ledger.lines, person, side, never, np.full(n, np.nan), np.full(n, np.nan))


def _times(
    sheet: Sheet, ledger: Ledger, today: date
) -> tuple[pd.Series, np.ndarray, np.ndarray, list[Fault]]:
    if not any(sheet.filled(name).any() for name in WHEN):
        raise Refused(NO_TIME)
    at, faults = _dates(sheet, ledger, today)
    day, week = sheet.numbers("day"), sheet.numbers("week")
    dated = at.notna().to_numpy()
    # In a dated file a week is a diary week beside the date, not a visit; only our own
    # tables hold dated and undated people together.
    undated = ~dated if sheet.own else np.full(len(dated), not sheet.filled("date").any())
    on_day = np.where(undated, day.values, np.nan)
    on_week = np.where(undated & np.isnan(on_day), week.values, np.nan)
    for name, parsed in (("day", day), ("week", week)):
        faults += [
            Fault(fault.where & undated, fault.reason, fault.texts)
            for fault in number_faults(sheet, name, parsed, lowest=None)
        ]
    nothing = ~dated & np.isnan(on_day) & np.isnan(on_week)
    faults.append(Fault(nothing, f"the row has no {_wanted(sheet)}"))
    return at, on_day, on_week, faults


def _wanted(sheet: Sheet) -> str:
    return next(name for name in WHEN if sheet.filled(name).any())


def _dates(sheet: Sheet, ledger: Ledger, today: date) -> tuple[pd.Series, list[Fault]]:
    found = sheet.times("date")
    at = pd.Series(found.values)
    if not sheet.has("date"):
        return at, []
    name, texts = sheet.name("date"), sheet.texts("date")
    if found.bad.any() and found.bad.sum() == sheet.filled("date").sum():
        raise Refused(ALL_UNREADABLE.format(name))
    too_late = np.datetime64(today + timedelta(days=2), "us")
    ahead = (at >= too_late).to_numpy()
    if ahead.any() and ahead.sum() == at.notna().sum():
        raise Refused(ALL_AHEAD.format(name))
    unreadable = Fault(found.bad, f"{name}: “{{}}” is not a date that can be read", texts)
    late = Fault(ahead, f"{name}: {{}} is after tomorrow", texts)
    return _with_clock(sheet, at.mask(ahead), ledger), [unreadable, late]


def _with_clock(sheet: Sheet, at: pd.Series, ledger: Ledger) -> pd.Series:
    if not sheet.has("clock"):
        return at
    minutes = clock_minutes(sheet.texts("clock"))
    if minutes.bad.any():
        unread = plural(int(minutes.bad.sum()), "clock time")
        ledger.note(f"{unread} cannot be read; those rows stand with their day alone.")
    midnight = at == at.dt.normalize()
    later = at + pd.to_timedelta(pd.Series(minutes.values), unit="min")
    return at.where(~midnight | later.isna(), later).astype("datetime64[us]")


def _sides(sheet: Sheet, ledger: Ledger) -> tuple[pd.Series, list[Fault]]:
    words = sheet.words("side")
    side, faults = words.values, word_faults(sheet, "side", words)
    if not sheet.has("exercise") or sheet.own:
        return side, faults
    names = sheet.texts("exercise")
    drops = names.map({name: taken_for(name, ledger.given) == DROP for name in names.unique()})
    named = read_words("side", names).values.where(drops)
    told = int((side.isna() & ~words.bad & named.notna()).sum())
    if told:
        ledger.note(f"The side of {plural(told, 'row')} is told by the name of the exercise.")
    side = side.fillna(named)
    unsaid = drops.eq(True) & side.isna() & ~words.bad
    return side.fillna(in_turn(names, unsaid, ledger)), faults


def _people(sheet: Sheet) -> tuple[pd.Series, list[Fault]]:
    person = sheet.text("person")
    nobody = person.isna().to_numpy()
    if nobody.all():
        return person, []
    return person, [Fault(nobody, "the row names no person, where others do")]
