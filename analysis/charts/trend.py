"""Pain by day with the straight line through it."""

import altair as alt
import pandas as pd

from analysis.charts.marks import finish, layered, marks
from analysis.charts.picture import Picture, vas_scale
from analysis.charts.timeline import Timeline
from analysis.wording import number, plural


def trend(points: pd.DataFrame, *, context: str) -> Picture:
    """Return the days with a reading and the line fitted to them, no further than they reach.

    Parameters
    ----------
    points : pandas.DataFrame
        ``day``, ``date``, ``pain`` and ``line`` (VAS 0-100; missing where none was
        fitted), as :func:`analysis.tendon.trend.trend` gives them.
    context : str
        When the pain was felt.

    Raises
    ------
    ValueError
        Where there is no day.
    """
    if points.empty:
        raise ValueError("There is no day with pain to draw.")
    timeline = Timeline.of(points)
    name = f"Pain, {context} (VAS 0-100)"
    days = points[["day", "pain", "line"]].round(1).assign(at=timeline.at(points["day"]))
    tooltip = [alt.Tooltip("day:Q", title="Day"), alt.Tooltip("pain:Q", title=name)]
    axis = alt.Axis(title=name, tickCount=5)
    dots = marks(days[["day", "pain", "at"]], "point", filled=True, size=36, opacity=0.6).encode(
        x=timeline.x(), y=alt.Y("pain:Q", scale=vas_scale(), axis=axis), tooltip=tooltip
    )
    line = marks(days[["line", "at"]].dropna(), "line", strokeWidth=3, clip=True).encode(
        x=timeline.along(), y=alt.Y("line:Q", scale=vas_scale())
    )
    return Picture(
        chart=finish(layered(dots, line, height=260)),
        title=f"{name} by day, and the straight line through it",
        alt=_alt(days, context),
        table=days[["day", "pain", "line"]].rename(columns={"pain": name}),
        name="trend",
    )


def _alt(days: pd.DataFrame, context: str) -> str:
    said = f"Pain, {context}, on {plural(len(days), 'day')}"
    if days["line"].isna().any():
        return f"{said}; no line could be drawn."
    first, last = days["line"].iloc[0], days["line"].iloc[-1]
    return f"{said}; the line goes from {number(first, 0)} to {number(last, 0)} of 100."
