"""The upper panel of a recovery: pain by context, days faint and weekly means plain."""

from collections.abc import Mapping, Sequence

import altair as alt
import pandas as pd

from analysis.charts.picture import DASHES, SHAPES, legend, vas_scale
from analysis.charts.runs import weekly_runs
from analysis.charts.timeline import Timeline

HEIGHT = 240


def pain_panel(
    frame: pd.DataFrame,
    weekly: Mapping[str, pd.DataFrame],
    contexts: Sequence[str],
    timeline: Timeline,
    colours: Sequence[str],
    by_week: bool,
) -> alt.LayerChart:
    """Return pain on VAS 0-100: daily means faint, or a week's range, and weekly means.

    ``colours`` names everything that has a colour in the whole picture, so that the
    panels never give one colour to two things.
    """
    names = list(contexts)
    colour = alt.Color(
        "context:N", scale=alt.Scale(domain=list(colours)), legend=legend("Pain felt", names)
    )
    shape = alt.Shape(
        "context:N",
        scale=alt.Scale(domain=list(colours), range=_cycle(SHAPES, len(colours))),
        legend=legend("Pain felt", names),
    )
    means = _means(weekly, names, timeline)
    behind = _ranges(frame, names, timeline, colour) if by_week else _days(
        frame, names, timeline, colour, shape
    )
    layers = [behind, _lines(means, timeline, colour, names)]
    if not by_week:
        layers.append(_points(means, timeline, colour, shape))
    return alt.layer(*layers).properties(height=HEIGHT)


def _cycle(values: Sequence, n: int) -> list:
    return [values[i % len(values)] for i in range(n)]


def _y(field: str) -> alt.Y:
    axis = alt.Axis(title="Pain (VAS 0-100)", values=[0, 25, 50, 75, 100])
    return alt.Y(f"{field}:Q", scale=vas_scale(), axis=axis)


def _days(
    frame: pd.DataFrame,
    names: list[str],
    timeline: Timeline,
    colour: alt.Color,
    shape: alt.Shape,
) -> alt.Chart:
    points = pd.concat([_readings(frame, name) for name in names], ignore_index=True)
    points["at"] = timeline.at(points["day"])
    return (
        alt.Chart(points)
        .mark_point(filled=True, size=16, opacity=0.35)
        .encode(
            x=timeline.x(),
            y=_y("pain"),
            color=colour,
            shape=shape,
            tooltip=[
                alt.Tooltip("day:Q", title="Day"),
                alt.Tooltip("context:N", title="Pain felt"),
                alt.Tooltip("pain:Q", title="Pain (VAS 0-100)"),
            ],
        )
    )


def _readings(frame: pd.DataFrame, context: str) -> pd.DataFrame:
    felt = frame.loc[frame[f"pain_{context}"].notna(), ["day", "week", f"pain_{context}"]]
    felt = felt.rename(columns={f"pain_{context}": "pain"}).assign(context=context)
    return felt.assign(pain=felt["pain"].round(1))


def _means(
    weekly: Mapping[str, pd.DataFrame], names: list[str], timeline: Timeline
) -> pd.DataFrame:
    parts = []
    for name in names:
        weeks = weekly[name].loc[weekly[name]["counted"]].sort_values("week")
        middle = (weeks["first_day"] + weeks["last_day"]) / 2
        parts.append(
            pd.DataFrame(
                {
                    "at": timeline.at(middle),
                    "week": weeks["week"],
                    "pain": weeks["mean"].round(1),
                    "days": weeks["n_days"],
                    "context": name,
                    "run": weekly_runs(weeks),
                }
            )
        )
    return pd.concat(parts, ignore_index=True)


def _lines(
    means: pd.DataFrame, timeline: Timeline, colour: alt.Color, names: list[str]
) -> alt.Chart:
    dash = alt.StrokeDash(
        "context:N",
        scale=alt.Scale(domain=names, range=_cycle(DASHES, len(names))),
        legend=None,
    )
    # A week alone between two gaps shows as a dot: a round cap draws a line of no length.
    return (
        alt.Chart(means)
        .mark_line(strokeCap="round", strokeWidth=2.5)
        .encode(x=timeline.x(), y=_y("pain"), color=colour, strokeDash=dash, detail="run:N")
    )


def _points(
    means: pd.DataFrame, timeline: Timeline, colour: alt.Color, shape: alt.Shape
) -> alt.Chart:
    return (
        alt.Chart(means)
        .mark_point(filled=True, size=70, opacity=1)
        .encode(
            x=timeline.x(),
            y=_y("pain"),
            color=colour,
            shape=shape,
            tooltip=[
                alt.Tooltip("week:Q", title="Week"),
                alt.Tooltip("context:N", title="Pain felt"),
                alt.Tooltip("pain:Q", title="Mean (VAS 0-100)"),
                alt.Tooltip("days:Q", title="Days logged"),
            ],
        )
    )


def _ranges(
    frame: pd.DataFrame, names: list[str], timeline: Timeline, colour: alt.Color
) -> alt.Chart:
    days = pd.concat([_readings(frame, name) for name in names], ignore_index=True)
    ranges = days.groupby(["context", "week"], as_index=False).agg(
        low=("pain", "min"), high=("pain", "max")
    )
    ranges["at"] = timeline.at((ranges["week"] - 1) * 7 + 3)
    return (
        alt.Chart(ranges)
        .mark_rule(strokeWidth=3, opacity=0.3)
        .encode(
            x=timeline.x(),
            y=_y("low"),
            y2="high:Q",
            color=colour,
            tooltip=[
                alt.Tooltip("week:Q", title="Week"),
                alt.Tooltip("context:N", title="Pain felt"),
                alt.Tooltip("low:Q", title="Lowest day"),
                alt.Tooltip("high:Q", title="Highest day"),
            ],
        )
    )
