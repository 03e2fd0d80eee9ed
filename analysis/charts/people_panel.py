"""Everyone's change as a point in the row of their group, with the group's mean."""

import altair as alt
import pandas as pd

from analysis.charts.marks import layered, marks
from analysis.charts.picture import NEUTRAL, SHAPES, named_rows
from analysis.wording import number, plural

ROW = 84
GOLDEN = 0.618034


def people_panel(
    shown: pd.DataFrame, means: pd.DataFrame, by: str, scale: alt.Scale, unit: str
) -> alt.LayerChart:
    """Return one row a group: points of its people and a bar at its mean.

    ``shown`` has ``person``, ``group``, ``change`` and ``rank`` within the group;
    ``means`` has ``group``, ``mean`` and ``people``.
    """
    names = {
        group: f"{group}: mean {number(mean, 1)}, {plural(n, 'person', 'people')}"
        for group, mean, n in means[["group", "mean", "people"]].itertuples(index=False)
    }
    groups = list(names)
    colour = alt.Color("group:N", scale=alt.Scale(domain=groups), legend=None)
    rows = named_rows(list(names.values()))
    title = f"Change ({unit})"
    layers = [
        zero_line(),
        _points(shown, list(names), by, title).encode(
            x=change_axis(scale, title), y=rows, color=colour
        ),
        _means(means, list(names)).encode(x="change:Q", y=rows, color=colour),
    ]
    return layered(*layers, height=ROW * len(groups))


def change_axis(scale: alt.Scale, title: str) -> alt.X:
    """Return the axis of change that both panels of an estimation share."""
    axis = alt.Axis(title=title, tickCount=6, labelFlush=True, labelOverlap=True)
    return alt.X("change:Q", scale=scale, axis=axis)


def zero_line() -> alt.Chart:
    """Return the dashed line of no change."""
    line = pd.DataFrame({"change": [0]})
    return marks(line, "rule", strokeDash=[4, 3], color=NEUTRAL).encode(x="change:Q")


def _points(shown: pd.DataFrame, groups: list[str], by: str, title: str) -> alt.Chart:
    shapes = [SHAPES[place % len(SHAPES)] for place in range(len(groups))]
    # Steps of the golden ratio spread neighbours over the row, the same way every time.
    spread = 0.4 + 0.48 * ((shown["rank"] * GOLDEN) % 1.0)
    points = pd.DataFrame(
        {
            "person": shown["person"],
            "group": shown["group"],
            "change": shown["change"],
            "place": (_row_of(shown["group"], groups) + spread).round(3),
        }
    )
    return marks(points, "point", filled=True, size=32, opacity=0.6).encode(
        shape=alt.Shape("group:N", scale=alt.Scale(domain=groups, range=shapes), legend=None),
        tooltip=[
            alt.Tooltip("person:N", title="Person"),
            alt.Tooltip("group:N", title=by),
            alt.Tooltip("change:Q", title=title),
        ],
    )


def _means(means: pd.DataFrame, groups: list[str]) -> alt.Chart:
    bars = pd.DataFrame(
        {
            "group": means["group"],
            "change": means["mean"].round(1),
            "place": _row_of(means["group"], groups) + 0.64,
        }
    )
    return marks(bars, "tick", orient="vertical", thickness=4, size=0.62 * ROW)


def _row_of(group: pd.Series, groups: list[str]) -> pd.Series:
    return group.map({name: row for row, name in enumerate(groups)})
