"""One's own groups and published results of their kind, one a row, told apart by shape."""

import altair as alt
import pandas as pd

from analysis.charts.marks import finish, layered, marks
from analysis.charts.picture import SHAPES, Picture, legend, named_rows
from analysis.groups.published.strips import PUBLISHED, YOURS
from analysis.studies import END, START
from analysis.wording import number

ROW = 96
PLACES = {START: 0.58, END: 0.76, "": 0.66}
"""Where a mark stands in its row, below the lines of its name."""

PAIN_AXIS, SHARE_AXIS = "Pain (VAS 0-100)", "Share (%)"
KINDS = [YOURS, PUBLISHED]
NOTE = "Open marks are the start, filled ones the end; lines are 95 % intervals."
SHARE_NOTE = "Lines are 95 % intervals."


def published(rows: pd.DataFrame, what: str) -> Picture:
    """Return a row for each group and each study: points with their intervals, 0 to 100.

    Parameters
    ----------
    rows : pandas.DataFrame
        As :func:`analysis.groups.published.strips.frame` gives them; a row without a
        value keeps its name and has no mark.
    what : str
        What is shown, in words.

    Raises
    ------
    ValueError
        Where there is no value to draw.
    """
    if rows["value"].isna().all():
        raise ValueError("There is nothing to set beside published results.")
    paired = bool((rows["when"] != "").any())
    unit = "VAS 0-100" if paired else "%"
    return Picture(
        chart=finish(_panel(rows, PAIN_AXIS if paired else SHARE_AXIS)),
        title=f"{what} ({unit}): yours and published",
        alt=f"{what} ({unit}): {'; '.join(', '.join(lines) for lines in _names(rows))}.",
        table=_table(rows, unit),
        name="beside_published",
        note=NOTE if paired else SHARE_NOTE,
    )


def _names(rows: pd.DataFrame) -> list[list[str]]:
    """Return the lines of every row's name: whose with what came of it, what they had, how many."""
    return [_lines(told) for _, told in rows.groupby("row")]


def _lines(told: pd.DataFrame) -> list[str]:
    first = told.iloc[0]
    values = " to ".join(number(value, 0) for value in told["value"])
    said = "no number" if told["value"].isna().all() else values
    unit = "" if first["when"] or said == "no number" else " %"
    who = f"Yours, {first['name']}" if first["whose"] == YOURS else first["name"]
    return [line for line in (f"{who}: {said}{unit}", first["about"], first["who"]) if line]


def _panel(rows: pd.DataFrame, title: str) -> alt.LayerChart:
    drawn = rows[["row", "name", "whose", "when", "value", "low", "high"]]
    place = drawn["row"] + drawn["when"].map(PLACES)
    # An interval by t may reach past the scale; the scale stays whole, the table says it all.
    drawn = drawn.assign(
        place=place,
        value=drawn["value"].round(1),
        low=drawn["low"].clip(0, 100).round(1),
        high=drawn["high"].clip(0, 100).round(1),
    ).dropna(subset="value")
    y = named_rows(_names(rows))
    bars = marks(drawn[drawn["low"].notna()], "bar", size=4, opacity=0.7).encode(
        x="low:Q", x2="high:Q", y=y, color=_colour(), tooltip=_tooltip(title)
    )
    by_time = [(drawn[drawn["when"] == START], False), (drawn[drawn["when"] != START], True)]
    points = [_points(told, filled) for told, filled in by_time if not told.empty]
    shown = [layer.encode(x=_axis(title), y=y, tooltip=_tooltip(title)) for layer in points]
    return layered(bars, *shown, height=ROW * (int(rows["row"].max()) + 1))


def _points(drawn: pd.DataFrame, filled: bool) -> alt.Chart:
    shapes = alt.Scale(domain=KINDS, range=[SHAPES[3], SHAPES[0]])
    return marks(drawn, "point", filled=filled, size=130, opacity=1, strokeWidth=2).encode(
        shape=alt.Shape("whose:N", scale=shapes, legend=legend("", KINDS)), color=_colour()
    )


def _colour() -> alt.Color:
    return alt.Color("whose:N", scale=alt.Scale(domain=KINDS), legend=legend("", KINDS))


def _axis(title: str) -> alt.X:
    axis = alt.Axis(title=title, values=[0, 25, 50, 75, 100], labelFlush=True)
    return alt.X("value:Q", scale=alt.Scale(domain=[0, 100], nice=False), axis=axis)


def _tooltip(title: str) -> list[alt.Tooltip]:
    return [
        alt.Tooltip("whose:N", title="Whose"),
        alt.Tooltip("name:N", title="Group"),
        alt.Tooltip("when:N", title="When"),
        alt.Tooltip("value:Q", title=title),
        alt.Tooltip("low:Q", title="Interval from"),
        alt.Tooltip("high:Q", title="Interval to"),
    ]


def _table(rows: pd.DataFrame, unit: str) -> pd.DataFrame:
    kept = rows.drop(columns="row").round({"value": 1, "low": 1, "high": 1})
    kept = kept if (kept["when"] != "").any() else kept.drop(columns="when")
    return kept.rename(
        columns={
            "value": unit,
            "low": "interval from",
            "high": "interval to",
            "about": "what they had",
        }
    )
