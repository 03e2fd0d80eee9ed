"""What every chart builder returns: a chart, its words and the table behind it."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import altair as alt
import pandas as pd

from analysis.charts.marks import Chart
from analysis.groups.people import in_order

MOST_MARKS = 2000
"""Above this many marks a browser draws slowly and its chart loses its inner names."""

NEUTRAL = "#808080"
"""For lines that belong to nobody, such as zero: seen alike on a light and a dark page."""

SHAPES = ("circle", "square", "triangle-up", "diamond", "cross", "triangle-down")
DASHES = ([1, 0], [6, 3], [2, 2], [8, 2, 2, 2], [4, 4], [1, 4])


Orient = Literal["top", "bottom"]


@dataclass(frozen=True)
class Picture:
    """A chart with all that is said about it.

    Attributes
    ----------
    chart : altair chart
        Without a title and without fixed colours: the page says the title as text
        and its theme, light or dark, gives the colours.
    title : str
        What is shown, with units.
    alt : str
        What is to be seen, in words and numbers, for those who do not see it.
    table : pandas.DataFrame
        The data behind the chart, with units in the column names.
    name : str
        Stem of the file name when the picture or its table is taken away.
    note : str
        One line to stand under the chart, or empty.
    """

    chart: Chart
    title: str
    alt: str
    table: pd.DataFrame
    name: str
    note: str = ""


def vas_scale() -> alt.Scale:
    """Return the one scale of pain: VAS 0 to 100, whole, whatever the data.

    Examples
    --------
    >>> vas_scale().to_dict()
    {'domain': [0, 100], 'nice': False}
    """
    return alt.Scale(domain=[0, 100], nice=False)


def legend(
    title: str, values: Sequence[str], orient: Orient = "top", lines: bool = False
) -> alt.Legend:
    """Return a legend above or below the chart whose names are not cut on a phone.

    ``lines`` is for charts whose marks are lines: the legend then shows their dashes.

    Examples
    --------
    >>> legend("Pain felt", ["morning"]).to_dict()["orient"]
    'top'
    """
    longest = max((len(value) for value in values), default=0)
    return alt.Legend(
        title=title,
        values=list(values),
        orient=orient,
        columns=3 if longest < 14 else 2 if longest < 22 else 1,
        labelLimit=300,
        symbolOpacity=1,
        symbolType="stroke" if lines else alt.Undefined,
        symbolSize=300 if lines else 90,
        symbolStrokeWidth=2.5 if lines else 0,
        symbolDash=alt.Undefined if lines else [1, 0],
    )


def named_rows(names: Sequence[str] | Sequence[list[str]]) -> alt.Y:
    """Return rows whose names stand inside the panel, above what is drawn in the row.

    A name, or one of several lines, leaves the plot its whole width on a phone, and as the label
    of an axis it has the colour that the theme gives to text. A mark stands in row i
    by its field ``place``, i + 0.3 (under the name) to i + 1.

    Examples
    --------
    >>> named_rows(["flat", "step"]).to_dict()["axis"]["labelExpr"]
    '["flat", "step"][datum.value]'
    """
    axis = alt.Axis(
        title=None,
        values=list(range(len(names))),
        labelExpr=f"{json.dumps(list(names))}[datum.value]",
        labelAlign="left",
        labelBaseline="top",
        labelPadding=-2,
        labelOffset=3,
        labelLimit=1000,
        labelOverlap=False,
        domain=False,
        ticks=False,
        grid=False,
        zindex=1,
    )
    return alt.Y("place:Q", scale=alt.Scale(domain=[len(names), 0], nice=False), axis=axis)


def by_group(frame: pd.DataFrame, *then: str) -> pd.DataFrame:
    """Return rows by group, numbers by size and words by letter, then by some columns.

    So a group has one place, colour and shape in every picture of a page.

    Examples
    --------
    >>> by_group(pd.DataFrame({"group": ["180", "90"]}))["group"].tolist()
    ['90', '180']
    """
    place = {name: at for at, name in enumerate(in_order(frame["group"]))}
    placed = frame.assign(**{"": frame["group"].map(place)})
    return placed.sort_values(["", *then], kind="stable").drop(columns="").reset_index(drop=True)


def words(values: pd.Series) -> pd.Series:
    """Return values as plain text; whole numbers lose their point, missing stays missing.

    Categories become text too, so that a chart never carries the names of people
    or groups that it does not show.

    Examples
    --------
    >>> words(pd.Series([90.0, 180.0])).tolist()
    ['90', '180']
    """
    if isinstance(values.dtype, pd.CategoricalDtype):
        values = values.astype(values.cat.categories.dtype)
    if pd.api.types.is_numeric_dtype(values):
        return values.map("{:g}".format, na_action="ignore").astype("str")
    return values.astype("str")
