"""Shares with their intervals, one a row, on 0 to 100 %."""

import altair as alt
import numpy as np
import pandas as pd

from analysis.charts.marks import layered, marks
from analysis.charts.picture import named_rows

ROW = 52


def share_rows(shares: pd.DataFrame, title: str | list[str]) -> alt.LayerChart:
    """Return a point and an interval for each share.

    Parameters
    ----------
    shares : pandas.DataFrame
        ``row`` (its name, which says its n), ``share``, ``low``, ``high`` in percent.
        Without an interval where the limits are missing.
    title : str or list of str
        Of the axis, with what the shares are of.
    """
    data = shares.assign(place=np.arange(len(shares)) + 0.7)[
        ["row", "share", "low", "high", "place"]
    ].round(1)
    rows = named_rows(data["row"].tolist())
    tooltip = [
        alt.Tooltip("row:N", title="Share"),
        alt.Tooltip("share:Q", title="%"),
        alt.Tooltip("low:Q", title="Interval from, %"),
        alt.Tooltip("high:Q", title="Interval to, %"),
    ]
    axis = alt.Axis(title=title, values=[0, 25, 50, 75, 100], labelFlush=True)
    points = marks(data[data["share"].notna()], "point", filled=True, size=110, opacity=1).encode(
        x=alt.X("share:Q", scale=alt.Scale(domain=[0, 100], nice=False), axis=axis),
        y=rows,
        tooltip=tooltip,
    )
    bars = marks(data[data["low"].notna()], "bar", size=4).encode(
        x="low:Q", x2="high:Q", y=rows, tooltip=tooltip
    )
    return layered(points, bars, height=ROW * len(data))
