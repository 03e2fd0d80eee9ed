"""Pain by day with the straight line through it."""

import pandas as pd

from analysis.charts.fitted import dots_and_lines
from analysis.charts.marks import finish, layered
from analysis.charts.picture import Picture
from analysis.charts.timeline import Timeline
from analysis.context import pain_title
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
    name = pain_title(context)
    drawn = dots_and_lines(points.assign(phase=""), timeline, name)
    return Picture(
        chart=finish(layered(*drawn, height=260)),
        title=f"{name} by day, and the straight line through it",
        alt=_alt(points, context),
        table=points[["day", "pain", "line"]].round(1).rename(columns={"pain": name}),
        name="trend",
    )


def _alt(days: pd.DataFrame, context: str) -> str:
    said = f"{pain_title(context)} on {plural(len(days), 'day')}"
    if days["line"].isna().any():
        return f"{said}; no line could be drawn."
    first, last = days["line"].iloc[0], days["line"].iloc[-1]
    return f"{said}; the line goes from {number(first, 0)} to {number(last, 0)} of 100."
