"""The axis of programme weeks that the panels of a cohort share."""

import altair as alt
import pandas as pd


def week_ticks(weeks: pd.Series) -> list[int]:
    """Return the weeks that have a tick: at most about 12 of them.

    Examples
    --------
    >>> week_ticks(pd.Series([0, 4, 24]))
    [0, 3, 6, 9, 12, 15, 18, 21, 24]
    """
    first, last = int(weeks.min()), int(weeks.max())
    step = max(1, -(-(last - first + 1) // 12))
    return list(range(first, last + 1, step))


def week_axis(weeks: pd.Series, axis: bool = True) -> alt.X:
    """Return the axis over field ``week`` of the weeks given.

    Examples
    --------
    >>> week_axis(pd.Series([1, 12])).to_dict()["scale"]["domain"]
    [0.5, 12.5]
    """
    ticks = alt.Axis(title="Week", values=week_ticks(weeks), grid=False, format="d")
    ends = [int(weeks.min()) - 0.5, int(weeks.max()) + 0.5]
    return alt.X("week:Q", scale=alt.Scale(domain=ends, nice=False), axis=ticks if axis else None)
