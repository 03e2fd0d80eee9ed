"""Scores over time, each on its own scale."""

import altair as alt
import pandas as pd

from analysis.charts.marks import finish, layered, marks, stacked
from analysis.charts.picture import Picture
from analysis.charts.timeline import Timeline
from analysis.scores import NAMES, SCALES
from analysis.wording import number, plural

FIXED = {"visa_a": [0, 100]}
HEIGHT = 160


def scores(points: pd.DataFrame) -> Picture:
    """Return one panel for each score, with its own axis.

    Parameters
    ----------
    points : pandas.DataFrame
        ``measure``, ``day``, ``date`` (NaT where undated) and ``value``, in the order of
        time, as :func:`analysis.scores.on_days` gives them.

    Raises
    ------
    ValueError
        Where there is no score.
    """
    if points.empty:
        raise ValueError("There is no score to draw.")
    timeline = Timeline.of(points)
    there = [measure for measure in NAMES if (points["measure"] == measure).any()]
    panels = [_panel(points[points["measure"] == measure], measure, timeline) for measure in there]
    chart = panels[0] if len(panels) == 1 else stacked(*panels, spacing=12)
    table = points.assign(score=points["measure"].map(_title))
    return Picture(
        chart=finish(chart),
        title=" and ".join(_title(measure) for measure in there),
        alt=" ".join(_words(points[points["measure"] == measure], measure) for measure in there),
        table=table[["score", "day", "value"]],
        name="scores",
    )


def _title(measure: str) -> str:
    return f"{NAMES[measure]} ({SCALES[measure]})"


def _panel(points: pd.DataFrame, measure: str, timeline: Timeline) -> alt.LayerChart:
    drawn = points[["day", "value"]].assign(at=timeline.at(points["day"]))
    domain = FIXED.get(measure) or [min(0.0, drawn["value"].min()), max(1.0, drawn["value"].max())]
    axis = alt.Axis(title=NAMES[measure], tickCount=5)
    y = alt.Y("value:Q", scale=alt.Scale(domain=domain), axis=axis)
    line = marks(drawn, "line", strokeWidth=2).encode(x=timeline.x(), y=y)
    tooltip = [alt.Tooltip("day:Q", title="Day"), alt.Tooltip("value:Q", title=NAMES[measure])]
    dots = marks(drawn, "point", filled=True, size=70, opacity=1)
    return layered(
        line, dots.encode(x=timeline.along(), y=alt.Y("value:Q"), tooltip=tooltip), height=HEIGHT
    )


def _words(points: pd.DataFrame, measure: str) -> str:
    first, last = points.iloc[0], points.iloc[-1]
    return (
        f"{_title(measure)}, {plural(len(points), 'score')}: {number(first['value'])} on day "
        f"{number(first['day'])}, {number(last['value'])} on day {number(last['day'])}."
    )
