"""The course: which days are scored, and what was asked for on them."""

import numpy as np
import pandas as pd

from analysis import protocols
from analysis.days import Days
from analysis.days.placing import WEEK_DAYS

ALL_DAYS = 1_000_000
"""A last day beyond any log: the whole course."""


def asked(days: Days, through: np.ndarray) -> pd.DataFrame:
    """Return what every tendon was prescribed up to a programme day, by tendon.

    The scored days run from the first prescription, not before day 0, to the end of
    the course: maintenance is not scored. A switch of dose counts from its own day.
    Fewer than 7 days a week make the days prescribed a share of the days.

    Parameters
    ----------
    through : numpy.ndarray
        Last programme day, one per tendon.

    Returns
    -------
    pandas.DataFrame
        ``first`` and ``last`` scored day (0 and ``through`` without a prescription);
        ``days``, ``sessions``, ``sets`` and ``reps`` prescribed, NaN where nothing was
        prescribed or the dose is not known.
    """
    told = _in_force(days, through)
    tendon = told["tendon"].to_numpy("int64")
    scored = told["length"] * told["days_per_week"] / WEEK_DAYS
    parts = {name: scored * told[name] for name in ("sessions", "sets", "reps")}
    size = len(days.tendons)
    first, last = np.full(size, ALL_DAYS), np.full(size, -1)
    np.minimum.at(first, tendon, told["begin"].to_numpy("int64"))
    np.maximum.at(last, tendon, told["end"].to_numpy("int64") - 1)
    given = first < ALL_DAYS
    sums = {name: _sum(tendon, part, given) for name, part in {"days": scored, **parts}.items()}
    window = {"first": np.where(given, first, 0), "last": np.where(given, last, through)}
    return pd.DataFrame({**window, **sums})


def _sum(tendon: np.ndarray, values: pd.Series, given: np.ndarray) -> np.ndarray:
    # A stretch whose dose is not known leaves the sum unknown: NaN goes through.
    return np.where(given, np.bincount(tendon, values.to_numpy(), len(given)), np.nan)


def _in_force(days: Days, through: np.ndarray) -> pd.DataFrame:
    """Return the stretches of days each prescription holds for, with the dose of a day."""
    told = days.prescriptions
    tendon = told["tendon"].to_numpy("int64")
    begin = told["first"].clip(lower=0)  # one given before day 0 holds from day 0
    end = np.minimum(begin + WEEK_DAYS * told["weeks"], through[tendon] + 1)
    following = told.groupby("tendon")["first"].shift(-1).fillna(ALL_DAYS)
    length = np.minimum(end, following) - begin
    stretches = pd.DataFrame(
        {
            "tendon": tendon,
            "begin": begin,
            "end": begin + length,
            "length": length,
            "days_per_week": told["days_per_week"].fillna(_daily(told["drops_per_day"])),
            **_a_day(told),
        }
    )
    return stretches[(length > 0) & (told["exercise"] == days.exercise[tendon])]


def _daily(drops_per_day: pd.Series) -> pd.Series:
    # A dose "a day" with no days a week beside it is meant for every day.
    return drops_per_day.notna().map({True: float(WEEK_DAYS), False: np.nan})


def _a_day(told: pd.DataFrame) -> dict[str, pd.Series]:
    """Return sessions, sets and repetitions asked for on one prescribed day.

    The protocol's sets hold only where its own dose was prescribed.
    """
    known = {name: protocols.find(name) for name in told["protocol"].dropna().unique()}

    def of(attribute: str) -> pd.Series:
        values = {name: getattr(found, attribute) for name, found in known.items() if found}
        return pd.to_numeric(told["protocol"].map(values)).astype("float64")

    own_dose = told["drops_per_day"] == of("drops_per_day")
    return {
        "sessions": of("times_per_day"),
        "sets": of("sets_per_day").where(own_dose),
        "reps": told["drops_per_day"],
    }
