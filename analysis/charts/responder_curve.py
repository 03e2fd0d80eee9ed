"""The share of each group whose pain fell by so much, at every threshold."""

import json
import textwrap

import altair as alt
import pandas as pd

from analysis.charts.marks import finish, layered, marks, stacked
from analysis.charts.picture import DASHES, NEUTRAL, SHAPES, Picture, legend, words
from analysis.wording import number

AXES = {
    "points": "Fall of pain of at least (points VAS 0-100)",
    "%": "Fall of pain of at least (% of the start)",
}
NOTE = "A person counts at a threshold where their pain fell by that much or more."
WIDE = 44
"""Letters of a line under the axis that a phone shows whole."""
NEAR = 20
"""Marked thresholds nearer to one another than this have their words one above the other."""


def responder_curve(*, curves: pd.DataFrame, marked: pd.DataFrame) -> Picture:
    """Return each group's share over all thresholds, one panel a unit.

    Parameters
    ----------
    curves : pandas.DataFrame
        ``unit`` ("points" or "%"), ``group``, ``threshold`` (whole, 0 to 100), ``share``
        (% of those known; missing where nobody is), ``n`` (people known).
    marked : pandas.DataFrame
        Thresholds that have a rule: ``unit``, ``threshold``, ``what`` (a word or two);
        each threshold once a unit.

    Raises
    ------
    ValueError
        Where no group has a share.
    """
    known = curves.assign(group=words(curves["group"])).dropna(subset="share")
    if known.empty:
        raise ValueError("No group has a share to draw.")
    groups = list(dict.fromkeys(known["group"]))
    at = marked.merge(known, on=["unit", "threshold"])
    panels = [
        _panel(part, at[at["unit"] == unit], groups, str(unit))
        for unit, part in known.groupby("unit", sort=False)
    ]
    return Picture(
        chart=finish(stacked(*panels, spacing=24)),
        title="Share of people whose pain fell by so much or more (%), at every threshold",
        alt=_alt(at),
        table=_table(known),
        name="responder_curve",
        note=NOTE,
    )


def _panel(curves: pd.DataFrame, at: pd.DataFrame, groups: list[str], unit: str) -> alt.LayerChart:
    first = unit == "points"
    named = legend("", groups, lines=True) if first else None
    colour = alt.Color("group:N", scale=alt.Scale(domain=groups), legend=named)
    dashes = [DASHES[i % len(DASHES)] for i in range(len(groups))]
    dash = alt.StrokeDash("group:N", scale=alt.Scale(domain=groups, range=dashes), legend=named)
    lines = marks(
        curves[["group", "threshold", "share"]].round(1),
        "line",
        interpolate="step-before",
        strokeWidth=2.5,
    ).encode(x=_x(_title(curves, unit)), y=_y(), color=colour, strokeDash=dash)
    panel = layered(_rules(at), lines, _points(at, groups, colour), height=230)
    return panel.resolve_axis(x="independent")


def _title(curves: pd.DataFrame, unit: str) -> list[str]:
    """Return what the axis is, and below it how many people are in each curve."""
    n = curves.drop_duplicates("group")
    people = ", ".join(f"{g} {k:,.0f}" for g, k in zip(n["group"], n["n"], strict=True))
    return [AXES[unit], *textwrap.wrap(f"People: {people}", WIDE)]


def _x(title: list[str]) -> alt.X:
    axis = alt.Axis(title=title, values=list(range(0, 101, 20)), grid=False, labelFlush=True)
    return alt.X("threshold:Q", scale=alt.Scale(domain=[0, 100], nice=False), axis=axis)


def _y() -> alt.Y:
    axis = alt.Axis(title="Share of people (%)", values=[0, 25, 50, 75, 100])
    return alt.Y("share:Q", scale=alt.Scale(domain=[0, 100], nice=False), axis=axis)


def _rules(at: pd.DataFrame) -> alt.Chart:
    """Return the marked thresholds, named along the upper edge in the colour of text."""
    sizes = at.drop_duplicates("threshold").sort_values("threshold")
    names, before = {}, -100.0
    for size, what in zip(sizes["threshold"], sizes["what"], strict=True):
        raised = size - before < NEAR
        names[f"{size:g}"] = [f"{size:g}: {what}", ""] if raised else [f"{size:g}: {what}"]
        before = -100.0 if raised else size
    axis = alt.Axis(
        title=None,
        orient="top",
        values=sizes["threshold"].tolist(),
        labelExpr=f"{json.dumps(names)}[datum.value]",
        labelOverlap=False,
        labelFlush=True,
        grid=False,
        domain=False,
    )
    x = alt.X("threshold:Q", scale=alt.Scale(domain=[0, 100], nice=False), axis=axis)
    style = {"color": NEUTRAL, "strokeDash": [4, 3], "strokeWidth": 1.5}
    return marks(sizes[["threshold"]], "rule", **style).encode(x=x)


def _points(at: pd.DataFrame, groups: list[str], colour: alt.Color) -> alt.Chart:
    shapes = [SHAPES[i % len(SHAPES)] for i in range(len(groups))]
    shape = alt.Shape("group:N", scale=alt.Scale(domain=groups, range=shapes), legend=None)
    drawn = at[["group", "threshold", "share", "n"]].round(1)
    return marks(drawn, "point", filled=True, size=90, opacity=1).encode(
        x=alt.X("threshold:Q", axis=None),
        y=_y(),
        color=colour,
        shape=shape,
        tooltip=[
            alt.Tooltip("group:N", title="Share of"),
            alt.Tooltip("threshold:Q", title="Fell by at least"),
            alt.Tooltip("share:Q", title="%"),
            alt.Tooltip("n:Q", title="People"),
        ],
    )


def _alt(at: pd.DataFrame) -> str:
    said = []
    for _, rows in at.groupby(["unit", "threshold"], sort=False):
        unit, size, what = (rows[name].iloc[0] for name in ("unit", "threshold", "what"))
        of = "points" if unit == "points" else "% of the start"
        shares = ", ".join(
            f"{group} {number(share, 0)} % of {n:,.0f} people"
            for group, share, n in rows[["group", "share", "n"]].itertuples(index=False)
        )
        said.append(f"Fell by {size:g} {of} or more ({what}): {shares}.")
    return " ".join(said)


def _table(known: pd.DataFrame) -> pd.DataFrame:
    kept = known[["unit", "threshold", "group", "share", "n"]].round(1)
    named = {"threshold": "fell by at least", "share": "share (%)", "n": "people"}
    return kept.reset_index(drop=True).rename(columns=named)
