"""What every chart builder returns: a chart, its words and the table behind it."""

from dataclasses import dataclass

import altair as alt
import pandas as pd

Chart = alt.Chart | alt.LayerChart | alt.VConcatChart

MOST_MARKS = 2000
"""Above this many marks a browser draws slowly and its chart loses its inner names."""

SHAPES = ("circle", "square", "triangle-up", "diamond", "cross", "triangle-down")
DASHES = ([1, 0], [6, 3], [2, 2], [8, 2, 2, 2], [4, 4], [1, 4])


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


def finish(chart: Chart) -> Chart:
    """Return the chart without the menu that would post its data to an outside editor.

    Examples
    --------
    >>> chart = alt.Chart(pd.DataFrame({"vas": [30]})).mark_point().encode(x="vas:Q")
    >>> finish(chart).to_dict()["usermeta"]
    {'embedOptions': {'actions': False}}
    """
    return chart.properties(usermeta={"embedOptions": {"actions": False}})


def legend(title: str, values: list[str] | None = None) -> alt.Legend:
    """Return a legend above the chart whose names are not cut on a phone.

    Examples
    --------
    >>> legend("Pain felt").to_dict()["orient"]
    'top'
    """
    only = {} if values is None else {"values": values}
    return alt.Legend(title=title, orient="top", columns=3, labelLimit=240, **only)


def words(values: pd.Series) -> pd.Series:
    """Return values as plain text; whole numbers lose their point, missing stays missing.

    Categories become text too, so that a chart never carries the names of people
    or groups that it does not show.

    Examples
    --------
    >>> words(pd.Series([90.0, 180.0])).tolist()
    ['90', '180']
    """
    if pd.api.types.is_numeric_dtype(values):
        return values.map("{:g}".format, na_action="ignore").astype("str")
    return values.astype("str")
