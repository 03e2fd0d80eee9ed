"""Scores: VISA-A and the global rating of one tendon, each a series on its own scale."""

import pandas as pd

SCALES = {"visa_a": "points VISA-A 0-100, higher is better", "global rating": "as it was noted"}
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
