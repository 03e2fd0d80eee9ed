"""The upper panel of a recovery: pain by context, days faint and weekly means plain."""

from collections.abc import Mapping, Sequence

import altair as alt
import pandas as pd

from analysis.charts.marks import layered, marks
from analysis.charts.picture import DASHES, SHAPES, legend, vas_scale
from analysis.charts.runs import weekly_points
from analysis.charts.timeline import Timeline

HEIGHT = 240


def pain_panel(
    frame: pd.DataFrame,
    weekly: Mapping[str, pd.DataFrame],
    contexts: Sequence[str],
    timeline: Timeline,
    colours: Sequence[str],
    by_week: bool,
    labels: bool,
    called: str = "Pain felt",
) -> alt.LayerChart:
    """Return pain on VAS 0-100: daily means faint, or a week's range, and weekly means.

    ``colours`` names everything that has a colour in the whole picture, so that the
    panels never give one colour to two things. ``labels`` says whether the dates are
    written under this panel, ``called`` what the contexts, or the tendons, are called.
    """
    names = list(contexts)
    named = legend(called, names, lines=by_week)
    colour = alt.Color("context:N", scale=alt.Scale(domain=list(colours)), legend=named)
    shapes = alt.Scale(domain=list(colours), range=_cycle(SHAPES, len(colours)))
    shape = alt.Shape("context:N", scale=shapes, legend=named)
    dashes = alt.Scale(domain=list(colours), range=_cycle(DASHES, len(colours)))
    dash = alt.StrokeDash("context:N", scale=dashes, legend=named)
    means = _means(frame, weekly, names, timeline)
    x = timeline.x(labels)
    behind = (
        _ranges(frame, names, timeline, x, colour, called)
        if by_week
        else _days(frame, names, timeline, x, colour, shape, called)
    )
    layers = [behind, _lines(means, timeline, colour, dash)]
    if not by_week:
        layers.append(_points(means, timeline, colour, shape, called))
    return layered(*layers, height=HEIGHT)


def _cycle(values: Sequence, n: int) -> list:
    return [values[i % len(values)] for i in range(n)]


def _y(field: str) -> alt.Y:
    axis = alt.Axis(title="Pain (VAS 0-100)", values=[0, 25, 50, 75, 100])
    return alt.Y(f"{field}:Q", scale=vas_scale(), axis=axis)


def _days(
    frame: pd.DataFrame,
    names: list[str],
    timeline: Timeline,
    x: alt.X,
    colour: alt.Color,
    shape: alt.Shape,
    called: str,
) -> alt.Chart:
    points = pd.concat([_readings(frame, name) for name in names], ignore_index=True)
    points["at"] = timeline.at(points["day"])
    return marks(points, "point", filled=True, size=24, opacity=0.5).encode(
        x=x,
        y=_y("pain"),
        color=colour,
        shape=shape,
        tooltip=[
            alt.Tooltip("day:Q", title="Day"),
            alt.Tooltip("context:N", title=called),
            alt.Tooltip("pain:Q", title="Pain (VAS 0-100)"),
        ],
    )


def _readings(frame: pd.DataFrame, context: str) -> pd.DataFrame:
    felt = frame.loc[frame[f"pain_{context}"].notna(), ["day", "week", f"pain_{context}"]]
    felt = felt.rename(columns={f"pain_{context}": "pain"}).assign(context=context)
    return felt.assign(pain=felt["pain"].round(1))


def _means(
    frame: pd.DataFrame,
    weekly: Mapping[str, pd.DataFrame],
    names: list[str],
    timeline: Timeline,
) -> pd.DataFrame:
    points = [weekly_points(frame, weekly[name], name) for name in names]
    means = pd.concat(points, ignore_index=True)
    return means.assign(at=timeline.at(means["day"])).drop(columns="day")


def _lines(
    means: pd.DataFrame, timeline: Timeline, colour: alt.Color, dash: alt.StrokeDash
) -> alt.Chart:
    # A week alone between two gaps shows as a dot: a round cap draws a line of no length.
    return marks(means, "line", strokeCap="round", strokeWidth=2.5).encode(
        x=timeline.along(), y=_y("pain"), color=colour, strokeDash=dash, detail="run:N"
    )


def _points(
    means: pd.DataFrame, timeline: Timeline, colour: alt.Color, shape: alt.Shape, called: str
) -> alt.Chart:
    return marks(means, "point", filled=True, size=70, opacity=1).encode(
        x=timeline.along(),
        y=_y("pain"),
        color=colour,
        shape=shape,
        tooltip=[
            alt.Tooltip("when:N", title="When"),
            alt.Tooltip("context:N", title=called),
            alt.Tooltip("pain:Q", title="Mean (VAS 0-100)"),
            alt.Tooltip("days:Q", title="Days logged"),
        ],
    )


def _ranges(
    frame: pd.DataFrame,
    names: list[str],
    timeline: Timeline,
    x: alt.X,
    colour: alt.Color,
    called: str,
) -> alt.Chart:
    days = pd.concat([_readings(frame, name) for name in names], ignore_index=True)
    ranges = days.groupby(["context", "week"], as_index=False).agg(
        low=("pain", "min"), high=("pain", "max")
    )
    ranges["at"] = timeline.at((ranges["week"] - 1) * 7 + 3)
    return marks(ranges, "rule", strokeWidth=3, opacity=0.3).encode(
        x=x,
        y=_y("low"),
        y2="high:Q",
        color=colour,
        tooltip=[
            alt.Tooltip("week:Q", title="Week"),
            alt.Tooltip("context:N", title=called),
            alt.Tooltip("low:Q", title="Lowest day"),
            alt.Tooltip("high:Q", title="Highest day"),
        ],
    )
