"""Dates that lie so far from all others that a year may be mistyped; the person is asked."""

import numpy as np
import pandas as pd

from analysis.reading.ledger import Fault, Ledger
from analysis.reading.sheet import Sheet
from analysis.wording import plural

FAR_YEARS = 10
MOST_STRAY = 0.1
"""Share of the rows beyond a long gap up to which they are asked about."""

RIGHT = (("right", "Yes, use them"), ("wrong", "No, leave those rows out"))


def settle_strays(dates: pd.Series, sheet: Sheet, ledger: Ledger) -> tuple[np.ndarray, list[Fault]]:
    """Return which rows wait for the answer, and the fault of those that are wrong.

    Asked about is at most one row in ten that a gap of more than ten years parts from the
    others (this project's own threshold), such as 1926 among days of 2026.
    """
    stray = strays(dates)
    nothing = np.zeros(len(dates), dtype=bool)
    if sheet.own or not stray.any():
        return nothing, []
    days = dates.dt.strftime("%Y-%m-%d")
    said = f"more than {FAR_YEARS} years from all others"
    told = ledger.ask(
        "stray_dates",
        f"{plural(int(stray.sum()), 'row')} with a day {said}, such as "
        f"{days[stray].iloc[0]}. Is that right?",
        RIGHT,
        plural(int(stray.sum()), "row"),
    )
    if told == "wrong":
        return nothing, [Fault(stray, f"{sheet.name('date')}: {{}} lies {said}", days)]
    return (stray if told is None else nothing), []


def strays(dates: pd.Series) -> np.ndarray:
    """Return which rows lie beyond a gap of more than ten years, few as they are.

    Examples
    --------
    >>> days = pd.Series(pd.to_datetime(["1926-03-01"] + ["2026-03-02"] * 9))
    >>> strays(days).sum(), strays(days.iloc[1:]).sum()
    (np.int64(1), np.int64(0))
    """
    stray = np.zeros(len(dates), dtype=bool)
    known = np.sort(dates.dropna().to_numpy())
    far = np.timedelta64(round(365.25 * FAR_YEARS), "D")
    for gap in np.flatnonzero(np.diff(known) > far):
        few = MOST_STRAY * len(known)
        if gap + 1 <= few:
            stray |= (dates <= known[gap]).to_numpy()
        elif len(known) - gap - 1 <= few:
            stray |= (dates > known[gap]).to_numpy()
    return stray
