"""One measured number a day on the shared time axis; a week's number in a diary of years."""

import pandas as pd

from analysis.charts.timeline import Timeline

MOST_DAYS = 400


def daily_or_weekly(
    frame: pd.DataFrame, column: str, how: str
) -> tuple[pd.DataFrame, Timeline, bool]:
    """Return the days on which a number was noted, or its weeks where days are too many.

    Parameters
    ----------
    frame : pandas.DataFrame
        One tendon's days: ``day``, ``week``, ``date`` and the column.
    column : str
        The number; a day on which it is missing is left out, never drawn as zero.
    how : {'max', 'sum'}
        What stands for a week.

    Returns
    -------
    noted : pandas.DataFrame
        ``day``, ``week``, ``value``, and from ``since`` to ``until`` on the axis with
        ``at`` in the middle.
    timeline : Timeline
    by_week : bool

    Raises
    ------
    ValueError
        Where the number was never noted.
    """
    timeline = Timeline.of(frame)
    noted = frame.loc[frame[column].notna(), ["day", "week", column]]
    if noted.empty:
        raise ValueError("There is nothing to draw: the number was never noted.")
    noted = noted.rename(columns={column: "value"})
    by_week = timeline.days > MOST_DAYS
    half = 0.4
    if by_week:
        noted = noted.groupby("week", as_index=False)["value"].agg(how)
        noted["day"] = 7 * (noted["week"] - 1) + 3
        half = 3.0
    placed = noted.assign(
        value=noted["value"].round(1),
        at=timeline.at(noted["day"]),
        since=timeline.at(noted["day"] - half),
        until=timeline.at(noted["day"] + half),
    )
    return placed.reset_index(drop=True), timeline, by_week
