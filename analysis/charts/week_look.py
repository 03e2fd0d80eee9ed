"""Colours, shapes and dashes of a picture of weeks: every mark in it shares one legend."""

from collections.abc import Sequence
from dataclasses import dataclass

import altair as alt

from analysis.charts.picture import SHAPES, legend, vas_scale

STAYED, STOPPED = "went on", "people who stopped"
BARE, BY_MODEL = "mean of those who logged the week", "mean of all who began, by the model"
DASHES = {STAYED: [1, 0], STOPPED: [4, 3], BARE: [1, 0], BY_MODEL: [9, 5]}
CROSS = "M-1,-.6L-.6,-1L0,-.4L.6,-1L1,-.6L.4,0L1,.6L.6,1L0,.4L-.6,1L-1,.6L-.4,0Z"


@dataclass(frozen=True)
class Look:
    """The channels over the fields ``group`` (for those who stopped, that) and ``kind`` of line."""

    colour: alt.Color
    shape: alt.Shape
    dash: alt.StrokeDash


def look(groups: Sequence[str], stopped: bool, fitted: bool) -> Look:
    """Return how groups, those who stopped and the two kinds of means are told apart.

    Those who stopped have a colour of their own and are dashed to a cross.

    Examples
    --------
    >>> look(["flat"], stopped=True, fitted=False).colour.to_dict()["scale"]["domain"]
    ['flat', 'people who stopped']
    """
    names = [*groups, *([STOPPED] if stopped else [])]
    shapes = [SHAPES[place % len(SHAPES)] for place in range(len(groups))]
    forms = [*shapes, *([CROSS] if stopped else [])]
    named = legend("", names)
    dashes = alt.Scale(domain=list(DASHES), range=list(DASHES.values()))
    below = legend("", [BARE, BY_MODEL], "bottom", lines=True)  # beside the other it is cut off
    return Look(
        alt.Color("group:N", scale=alt.Scale(domain=names), legend=named),
        alt.Shape("group:N", scale=alt.Scale(domain=names, range=forms), legend=named),
        alt.StrokeDash("kind:N", scale=dashes, legend=below if fitted else None),
    )


def pain(field: str) -> alt.Y:
    """Return the axis of pain over a field.

    Examples
    --------
    >>> pain("mean").to_dict()["scale"]["domain"]
    [0, 100]
    """
    axis = alt.Axis(title="Pain (VAS 0-100)", values=[0, 25, 50, 75, 100])
    return alt.Y(f"{field}:Q", scale=vas_scale(), axis=axis)
