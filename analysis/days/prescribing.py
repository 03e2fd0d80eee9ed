"""What was prescribed: which exercise, how much, from which day to which."""

import numpy as np
import pandas as pd

from analysis import protocols
from analysis.days.placing import NO_DAY, WEEK_DAYS, days_of
from analysis.model import Log

USUAL_WEEKS = 12
HEEL_DROP = "heel drop"


def with_protocols(prescriptions: pd.DataFrame) -> pd.DataFrame:
    """Return the prescriptions with what their protocol says where the log does not.

    A protocol of the catalogue gets its one name, so that two spellings are one
    group. Adds ``exercise`` and ``weeks``; fills ``drops_per_day``, ``days_per_week``,
    ``surface`` and ``knee``. A protocol that is not in the catalogue fills nothing
    but the usual exercise and length.
    """
    named = prescriptions["protocol"]
    found = {name: protocols.find(name) for name in named.dropna().unique()}
    known = {name: protocol for name, protocol in found.items() if protocol}

    def of(attribute: str, dtype: str) -> pd.Series:
        told = {name: getattr(protocol, attribute) for name, protocol in known.items()}
        return named.map(pd.Series(told, dtype="object")).astype(dtype)

    return prescriptions.assign(
        protocol=of("name", "str").fillna(named),
        exercise=of("exercise", "str").fillna(HEEL_DROP),
        weeks=of("weeks", "float64").fillna(USUAL_WEEKS),
        drops_per_day=prescriptions["drops_per_day"].fillna(of("drops_per_day", "float64")),
        days_per_week=prescriptions["days_per_week"].fillna(of("days_per_week", "float64")),
        surface=prescriptions["surface"].fillna(of("surface", "str")),
        knee=prescriptions["knee"].fillna(of("knees", "str")),
    )


def for_each_tendon(log: Log, tendons: pd.DataFrame) -> pd.DataFrame:
    """Return the prescriptions of each tendon in the order of time.

    One that names no side is for every tendon of its person. Beside the columns of
    :func:`with_protocols` stands ``tendon``, its position.
    """
    owners = tendons[["person", "side"]].assign(tendon=tendons.index)
    pairs = with_protocols(log.prescriptions).merge(owners, on="person", suffixes=("", "_of"))
    same = pairs["side"].isna() | pairs["side_of"].isna() | (pairs["side"] == pairs["side_of"])
    order = ["tendon", "from", "day"]
    return pairs[same].sort_values(order, na_position="first", kind="stable", ignore_index=True)


def scored_exercise(told: pd.DataFrame, tendons: pd.DataFrame) -> np.ndarray:
    """Return the exercise each tendon is scored on: that first prescribed, else heel drops."""
    first = told.drop_duplicates("tendon").set_index("tendon")["exercise"]
    return first.reindex(tendons.index).fillna(HEEL_DROP).to_numpy()


def with_first_day(told: pd.DataFrame, start: np.ndarray) -> pd.DataFrame:
    """Return the prescriptions with the programme day from which each holds, ``first``.

    One without a date, or from before the start, holds from day 0.
    """
    since = days_of(told, "prescriptions", told["tendon"].to_numpy("int64"), start)
    dated = told.assign(first=np.where(since == NO_DAY, 0, np.maximum(since, 0)))
    return dated.sort_values(["tendon", "first"], kind="stable", ignore_index=True)


def by_day(told: pd.DataFrame, tendon: np.ndarray, day: np.ndarray) -> np.ndarray:
    """Return the drops prescribed on every tendon-day.

    NaN before the start, without a prescription, and after the course: what is done
    then is maintenance and is not scored. A prescription holds until the next one.

    Parameters
    ----------
    told : pandas.DataFrame
        Prescriptions with their first day, sorted by tendon and day.
    tendon, day : numpy.ndarray
        Of every entry.
    """
    if not len(told) or not len(day):
        return np.full(len(day), np.nan)
    # One sorted key of tendon and day finds, for all days at once, the latest prescription.
    low, high = min(day.min(), told["first"].min()), max(day.max(), told["first"].max())
    width = high - low + 1
    keys = told["tendon"] * width + told["first"] - low
    at = np.searchsorted(keys, tendon * width + day - low, side="right") - 1
    mine = (at >= 0) & (told["tendon"].to_numpy()[at] == tendon)
    during = day < (told["first"] + WEEK_DAYS * told["weeks"]).to_numpy()[at]
    return np.where(mine & during, told["drops_per_day"].to_numpy()[at], np.nan)
