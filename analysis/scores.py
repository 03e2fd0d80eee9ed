"""Scores: VISA-A and the global rating of one tendon, each a series on its own scale."""

import pandas as pd

from analysis.days.placing import WEEK_DAYS
from analysis.wording import number, plural

NAMES = {"visa_a": "VISA-A", "global rating": "Global rating"}
SCALES = {"visa_a": "points 0-100, higher is better", "global rating": "as it was noted"}
"""The scores by the name that a log keeps them under, with their scale."""


def scores(measures: pd.DataFrame, person: str, side: str | None = None) -> pd.DataFrame:
    """Return the scores of one tendon in the order of time.

    A score without a side is the person's, and stands for both of their tendons. Scores
    are never put on the scale of another nor on that of pain.

    Parameters
    ----------
    measures : pandas.DataFrame
        The log's table: person, side, on, day, week, measure, value.
    side : str, optional
        Side of the tendon; scores of every side where not given.

    Returns
    -------
    pandas.DataFrame
        ``measure`` (a key of :data:`SCALES`), ``on`` (NaT where undated), ``day`` and
        ``week`` (NaN where the log has dates), ``value``, ``scale``. Empty where none
        was logged.

    Examples
    --------
    >>> rows = {"person": "a", "side": None, "on": pd.to_datetime(["2026-03-01", "2026-01-05"])}
    >>> told = {**rows, "day": None, "week": None, "measure": "visa_a", "value": [70.0, 55.0]}
    >>> scores(pd.DataFrame(told), "a")["value"].tolist()
    [55.0, 70.0]
    """
    known = measures["measure"].isin(SCALES) & measures["value"].notna()
    mine = known & (measures["person"] == person)
    if side is not None:
        mine &= measures["side"].isna() | (measures["side"] == side)
    found = measures.loc[mine, ["measure", "on", "day", "week", "value"]]
    ordered = found.sort_values(["measure", "on", "day", "week"], kind="stable", ignore_index=True)
    return ordered.assign(scale=ordered["measure"].map(SCALES))


def on_days(told: pd.DataFrame, start: pd.Timestamp) -> pd.DataFrame:
    """Return the scores with the programme day and date of each, in the order of time.

    Parameters
    ----------
    told : pandas.DataFrame
        As :func:`scores` gives them. A score without any day is left out.
    start : pandas.Timestamp
        Day 0; NaT where the log has no dates.
    """
    since = (told["on"].dt.normalize() - start).dt.days
    day = since.fillna(told["day"]).fillna(WEEK_DAYS * told["week"])
    placed = told.assign(day=day.astype("float64")).dropna(subset="day")
    placed = placed.sort_values(["measure", "day"], kind="stable", ignore_index=True)
    return placed.assign(date=start + pd.to_timedelta(placed["day"], unit="D"))


def scores_sentence(points: pd.DataFrame) -> str:
    """Return each score's first and last value in words, without calling one a move.

    Parameters
    ----------
    points : pandas.DataFrame
        As :func:`on_days` gives them.
    """
    return " ".join(_said(NAMES[str(measure)], told) for measure, told in points.groupby("measure"))


def _said(name: str, told: pd.DataFrame) -> str:
    first, last = told.iloc[0], told.iloc[-1]
    if len(told) == 1:
        return f"{name} was {number(first['value'])} {_when(first)} (1 score)."
    return (
        f"{name} was {number(first['value'])} {_when(first)} and {number(last['value'])} "
        f"{_when(last)} ({plural(len(told), 'score')})."
    )


def _when(row: pd.Series) -> str:
    return f"on day {number(row['day'])}" if pd.isna(row["date"]) else f"on {row['date'].date()}"
