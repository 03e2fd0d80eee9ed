"""Pain against what has been done so far, with time marked on it."""

import altair as alt
import pandas as pd

from analysis.charts.marks import finish, layered, marks
from analysis.charts.picture import MOST_MARKS, NEUTRAL, Picture, vas_scale
from analysis.context import pain_title
from analysis.wording import number, plural

LOADS = {"drops": "Drops so far", "kg": "Kilograms lowered so far"}
SHORT = {"drops": "drops so far", "kg": "kg lowered so far"}


def pain_against_load(
    points: pd.DataFrame, *, context: str, load_unit: str, note: str = ""
) -> Picture:
    """Return days as points, load so far across and pain upwards, joined in order of time.

    Nothing is fitted: no line through the points, no correlation and no p value.

    Parameters
    ----------
    points : pandas.DataFrame
        ``day``, ``week``, ``load`` (so far) and ``pain`` (VAS 0-100), one row a day
        with a reading, as :func:`analysis.tendon.load.cumulative` gives them.
    context : str
        When the pain was felt.
    load_unit : {'drops', 'kg'}
        What the load is counted in.
    note : str
        The caution to stand under the chart.

    Raises
    ------
    ValueError
        Where no day has both.
    """
    days = points[["day", "week", "load", "pain"]].dropna().sort_values("day").round(1)
    if days.empty:
        raise ValueError("No day has both a load and a pain reading.")
    shown = days[:: -(-len(days) // MOST_MARKS)]
    pain = pain_title(context)
    return Picture(
        chart=finish(_chart(shown, pain, LOADS[load_unit])),
        title=f"{pain} against {SHORT[load_unit]}, coloured by week",
        alt=_alt(days, context, load_unit),
        table=days.rename(columns={"load": SHORT[load_unit], "pain": pain}),
        name=f"pain_against_{load_unit}",
        note=note,
    )


def _chart(days: pd.DataFrame, pain: str, load: str) -> alt.LayerChart:
    x = alt.X("load:Q", axis=alt.Axis(title=load, tickCount=5, labelFlush=True, labelOverlap=True))
    y = alt.Y("pain:Q", scale=vas_scale(), axis=alt.Axis(title=pain, tickCount=5))
    weeks = alt.Legend(title="Week", orient="top", tickMinStep=1, gradientLength=180)
    path = marks(days, "line", strokeWidth=1, opacity=0.4).encode(x=x, y=y, order="day:Q")
    points = marks(
        days, "point", filled=True, size=45, opacity=0.9, stroke=NEUTRAL, strokeWidth=0.7
    ).encode(
        x=x,
        y=y,
        color=alt.Color("week:Q", legend=weeks),
        tooltip=[
            alt.Tooltip("day:Q", title="Day"),
            alt.Tooltip("week:Q", title="Week"),
            alt.Tooltip("load:Q", title=load, format=","),
            alt.Tooltip("pain:Q", title=pain),
        ],
    )
    return layered(path, points, height=300)


def _alt(days: pd.DataFrame, context: str, load_unit: str) -> str:
    first, last = days.iloc[0], days.iloc[-1]
    return (
        f"{plural(len(days), 'day')}. {pain_title(context)} was {number(first['pain'])} of 100 at "
        f"{number(first['load'])} {SHORT[load_unit]} in week {first['week']:.0f} and "
        f"{number(last['pain'])} at {number(last['load'])} in week {last['week']:.0f}. "
        "Load and time rise together."
    )
