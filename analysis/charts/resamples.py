"""How the difference of two groups scatters when people are drawn anew, with its interval."""

import altair as alt
import pandas as pd

from analysis.charts.marks import finish, layered, marks
from analysis.charts.picture import NEUTRAL, Picture
from analysis.estimate import Estimate
from analysis.wording import number

NOTE = (
    "A bootstrap: a picture of the scatter, not the headline. The line below is its interval, the "
    "dot the difference; left of 0 is less pain in the first group."
)

FOOT = 0.08
"""How far below 0 the interval stands, as a share of the highest bar."""


def resamples(found: Estimate, counted: pd.DataFrame) -> Picture:
    """Return the resampled differences as a histogram, the interval as a bar at its foot.

    Parameters
    ----------
    found : Estimate
        The difference with its interval, points VAS 0-100.
    counted : pandas.DataFrame
        ``from (points)``, ``to (points)`` and ``resamples``, in this order, one row a bin.

    Raises
    ------
    ValueError
        Where there is no bin or no interval.
    """
    if counted.empty or found.low is None:
        raise ValueError("A picture of resamples needs resamples and their interval.")
    n = int(counted.iloc[:, 2].sum())
    limits = f"{number(found.low, 1)} to {number(found.high, 1)}"
    return Picture(
        chart=finish(_chart(found, counted)),
        title=f"{found.name}: bootstrap of the difference in change of pain ({found.unit})",
        alt=f"Histogram of {n:,} resampled differences, {found.name}, from "
        f"{number(counted.iloc[0, 0], 1)} to {number(counted.iloc[-1, 1], 1)} points: difference "
        f"{number(found.estimate, 1)}, 95 % interval {limits}.",
        table=counted.round(2),
        name="bootstrap",
        note=NOTE,
    )


def _chart(found: Estimate, counted: pd.DataFrame) -> alt.LayerChart:
    bins = counted.set_axis(["start", "stop", "n"], axis="columns").round(3).assign(base=0)
    most = int(bins["n"].max())
    low, high = min(0.0, bins["start"].min()), max(0.0, bins["stop"].max())
    axis = alt.Axis(title=f"Difference ({found.unit})", labelFlush=True, labelOverlap=True)
    x = alt.X("start:Q", scale=alt.Scale(domain=[low, high]), axis=axis)
    tooltip = [
        alt.Tooltip("start:Q", title="From (points)"),
        alt.Tooltip("stop:Q", title="To (points)"),
        alt.Tooltip("n:Q", title="Resamples"),
    ]
    bars = marks(bins, "bar", opacity=0.5).encode(
        x=x, x2="stop:Q", y=_y(most), y2="base:Q", tooltip=tooltip
    )
    told = {"change": [found.estimate], "low": [found.low], "high": [found.high]}
    one = pd.DataFrame(told).round(2).assign(n=-FOOT * most)
    limits = marks(one, "bar", size=5).encode(x="low:Q", x2="high:Q", y=_y(most))
    dot = marks(one, "point", filled=True, size=140, opacity=1).encode(x="change:Q", y=_y(most))
    zero = pd.DataFrame({"change": [0]})
    line = marks(zero, "rule", color=NEUTRAL, strokeDash=[4, 3]).encode(x="change:Q")
    return layered(bars, line, limits, dot, height=220)


def _y(most: int) -> alt.Y:
    """Return the axis of counts, with room below 0 for the interval."""
    step = max(1, round(most / 4, 1 - len(str(most // 4 or 1))))
    axis = alt.Axis(title="Resamples", values=[int(step * i) for i in range(int(most / step) + 1)])
    return alt.Y("n:Q", scale=alt.Scale(domain=[-2 * FOOT * most, most], nice=False), axis=axis)
