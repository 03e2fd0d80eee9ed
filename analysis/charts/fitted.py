"""Pain by day with what was fitted to it: the layers of the trend and of a marked day."""

import altair as alt
import pandas as pd

from analysis.charts.marks import marks
from analysis.charts.picture import legend, vas_scale
from analysis.charts.timeline import Timeline

BEFORE, AFTER = "before", "after"


def dots_and_lines(points: pd.DataFrame, timeline: Timeline, name: str) -> list[alt.Chart]:
    """Return a dot for each day with a reading, and a line for each stretch of days.

    Parameters
    ----------
    points : pandas.DataFrame
        ``day``, ``pain``, ``line`` (VAS 0-100; missing where none was fitted) and
        ``phase`` ("" everywhere, or ``before`` and ``after``).
    name : str
        What the axis of pain is called.
    """
    days = points[["day", "pain", "line", "phase"]].round(1).assign(at=timeline.at(points["day"]))
    tooltip = [alt.Tooltip("day:Q", title="Day"), alt.Tooltip("pain:Q", title=name)]
    axis = alt.Axis(title=name, tickCount=5)
    dots = marks(days.drop(columns="line"), "point", filled=True, size=36, opacity=0.6).encode(
        x=timeline.x(), y=alt.Y("pain:Q", scale=vas_scale(), axis=axis), tooltip=tooltip
    )
    line = marks(days[["line", "at", "phase"]].dropna(), "line", strokeWidth=3, clip=True).encode(
        x=timeline.along(), y=alt.Y("line:Q", scale=vas_scale()), detail="phase:N"
    )
    if (days["phase"] != "").any():
        shape = alt.Scale(domain=[BEFORE, AFTER], range=["circle", "triangle-up"])
        dots = dots.encode(
            shape=alt.Shape("phase:N", scale=shape, legend=legend("Days", [BEFORE, AFTER]))
        )
    return [dots, line]
