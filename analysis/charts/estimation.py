"""Everyone's change as a point by group, and beneath it the difference with its interval."""

from collections.abc import Sequence

import altair as alt
import numpy as np
import pandas as pd

from analysis.charts.picture import MOST_MARKS, SHAPES, Picture, finish, words
from analysis.estimate import Estimate
from analysis.wording import number, plural

MOST_PEOPLE = MOST_MARKS * 3 // 4
ROW = 84
GOLDEN = 0.618034
THINNED = (
    "{shown:,} of {all:,} people are drawn, evenly along the range of each group; "
    "means and intervals are of everyone."
)


def estimation(
    *, people: pd.DataFrame, headline: Sequence[Estimate], by: str, unit: str
) -> Picture:
    """Return each person's change by group above the differences between the groups.

    Parameters
    ----------
    people : pandas.DataFrame
        ``person``, ``group``, ``change``; who has no change is not drawn.
    headline : sequence of Estimate
        One difference a pair of groups, all by one method; one without a number or
        an interval is drawn as far as it goes and named.
    by : str
        What the groups are.
    unit : str
        Of change and difference, such as ``points VAS 0-100``.

    Notes
    -----
    The two panels have the same width in units, so that a difference below is as
    long as it is above. No p value and no second axis is drawn.

    Raises
    ------
    ValueError
        Where nobody has a change.
    """
    inside = _inside(people)
    if inside.empty:
        raise ValueError("Nobody has a change to draw.")
    shown = _thin(inside)
    means = inside.groupby("group", as_index=False, sort=False).agg(
        mean=("change", "mean"), people=("change", "size")
    )
    scale = alt.Scale(domain=_reach(inside, headline), nice=False)
    chart = alt.vconcat(
        _people_panel(shown, means, by, scale, unit),
        _difference_panel(headline, scale, unit),
        spacing=8,
    )
    thinned = THINNED.format(shown=len(shown), all=len(inside)) if len(shown) < len(inside) else ""
    return Picture(
        chart=finish(chart),
        title=f"Change in pain by {by}, everyone a point, and the difference ({unit})",
        alt=_alt(means, headline, unit),
        table=_table(inside, by, unit),
        name=f"change_by_{by}",
        note=" ".join(part for part in ("Left of 0 is less pain.", thinned) if part),
    )


def _inside(people: pd.DataFrame) -> pd.DataFrame:
    kept = people.loc[people["change"].notna() & people["group"].notna()].sort_values(
        ["group", "change", "person"]
    )
    return pd.DataFrame(
        {
            "person": words(kept["person"]),
            "group": words(kept["group"]),
            "change": kept["change"].round(1),
        }
    ).reset_index(drop=True)


def _thin(inside: pd.DataFrame) -> pd.DataFrame:
    """Keep every k-th person of a group in order of change; give each a place in its row."""
    step = int(np.ceil(len(inside) / MOST_PEOPLE))
    rank = inside.groupby("group", sort=False).cumcount()
    # Steps of the golden ratio spread neighbours over the row, the same way every time.
    return inside.assign(jitter=((rank * GOLDEN) % 1.0).round(3))[rank % step == 0]


def _reach(inside: pd.DataFrame, headline: Sequence[Estimate]) -> list[float]:
    limits = [v for e in headline for v in (e.low, e.high, e.estimate) if v is not None]
    values = [*inside["change"], *limits, 0.0]
    return [float(10 * np.floor(min(values) / 10)), float(10 * np.ceil(max(values) / 10))]


def _x(scale: alt.Scale, title: str | None) -> alt.X:
    axis = alt.Axis(title=title, tickCount=6, labelFlush=True, labelOverlap=True)
    return alt.X("change:Q", scale=scale, axis=axis)


def _zero() -> alt.Chart:
    return (
        alt.Chart(pd.DataFrame({"change": [0]}))
        .mark_rule(strokeDash=[4, 3], opacity=0.6)
        .encode(x="change:Q")
    )


def _y(field: str, rows: int) -> alt.Y:
    return alt.Y(f"{field}:Q", scale=alt.Scale(domain=[rows, 0], nice=False), axis=None)


def _people_panel(
    shown: pd.DataFrame, means: pd.DataFrame, by: str, scale: alt.Scale, unit: str
) -> alt.LayerChart:
    groups = means["group"].tolist()
    row = {group: place for place, group in enumerate(groups)}
    points = shown.assign(y=(shown["group"].map(row) + 0.35 + 0.5 * shown["jitter"]).round(3))
    middle = means.assign(
        change=means["mean"].round(1),
        y=means["group"].map(row) + 0.6,
        label_y=means["group"].map(row) + 0.15,
        label=[
            f"{group}: {plural(n, 'person', 'people')}, mean {number(mean, 1)}"
            for group, n, mean in zip(groups, means["people"], means["mean"], strict=True)
        ],
    )
    colour = alt.Color("group:N", scale=alt.Scale(domain=groups), legend=None)
    shapes = [SHAPES[place % len(SHAPES)] for place in range(len(groups))]
    shape = alt.Shape("group:N", scale=alt.Scale(domain=groups, range=shapes), legend=None)
    dots = (
        alt.Chart(points.drop(columns="jitter"))
        .mark_point(filled=True, size=30, opacity=0.55)
        .encode(
            x=_x(scale, f"Change ({unit})"),
            y=_y("y", len(groups)),
            color=colour,
            shape=shape,
            tooltip=[
                alt.Tooltip("person:N", title="Person"),
                alt.Tooltip("group:N", title=by),
                alt.Tooltip("change:Q", title=f"Change ({unit})"),
            ],
        )
    )
    bars = alt.Chart(middle).encode(x=_x(scale, f"Change ({unit})"), color=colour)
    lines = bars.mark_tick(thickness=4, size=0.6 * ROW, orient="vertical").encode(
        y=_y("y", len(groups))
    )
    return alt.layer(_zero(), dots, lines, _labels(middle, scale, len(groups))).properties(
        height=ROW * len(groups)
    )


def _labels(rows: pd.DataFrame, scale: alt.Scale, n: int) -> alt.Chart:
    """Name each row inside the panel, so that names of any length leave the plot its width."""
    left = pd.DataFrame(
        {"change": scale.domain[0], "y": rows["label_y"], "label": rows["label"]}
    )
    return (
        alt.Chart(left)
        .mark_text(align="left", baseline="middle", fontSize=13, dx=2)
        .encode(x=alt.X("change:Q", scale=scale), y=_y("y", n), text="label:N")
    )


def _difference_panel(
    headline: Sequence[Estimate], scale: alt.Scale, unit: str
) -> alt.LayerChart:
    rows = pd.DataFrame(
        {
            "name": [e.name for e in headline],
            "change": pd.Series([e.estimate for e in headline], dtype="float64").round(1),
            "low": pd.Series([e.low for e in headline], dtype="float64").round(1),
            "high": pd.Series([e.high for e in headline], dtype="float64").round(1),
            "label": [_said(e) for e in headline],
            "y": np.arange(len(headline)) + 0.7,
            "label_y": np.arange(len(headline)) + 0.25,
        }
    )
    title = f"Difference ({unit})"
    base = alt.Chart(rows[rows["change"].notna()]).encode(
        y=_y("y", len(rows)),
        tooltip=[
            alt.Tooltip("name:N", title="Difference"),
            alt.Tooltip("change:Q", title=title),
            alt.Tooltip("low:Q", title="Interval from"),
            alt.Tooltip("high:Q", title="to"),
        ],
    )
    point = base.mark_point(filled=True, size=110, opacity=1).encode(x=_x(scale, title))
    bar = (
        alt.Chart(rows.loc[rows["low"].notna(), ["low", "high", "y"]])
        .mark_rule(strokeWidth=3)
        .encode(x=alt.X("low:Q", scale=scale), x2="high:Q", y=_y("y", len(rows)))
    )
    return alt.layer(_zero(), bar, point, _labels(rows, scale, len(rows))).properties(
        height=max(70, 52 * len(rows))
    )


def _said(estimate: Estimate) -> str:
    if estimate.estimate is None:
        return f"{estimate.name}: no number"
    value = f"{estimate.name}: {number(estimate.estimate, 1)}"
    if estimate.low is None:
        return f"{value}, no interval"
    return f"{value} ({number(estimate.low, 1)} to {number(estimate.high, 1)})"


def _alt(means: pd.DataFrame, headline: Sequence[Estimate], unit: str) -> str:
    groups = ", ".join(
        f"{row.group} {number(row.mean, 1)} ({plural(row.people, 'person', 'people')})"
        for row in means.itertuples()
    )
    said = "; ".join(_said(estimate) for estimate in headline)
    return f"Mean change in {unit}: {groups}. Difference with interval: {said}."


def _table(inside: pd.DataFrame, by: str, unit: str) -> pd.DataFrame:
    return inside.rename(columns={"group": by, "change": f"change ({unit})"})
