"""Power against the number of people, with those needed and those there are."""

import altair as alt
import pandas as pd

from analysis.charts.marks import finish, layered, marks
from analysis.charts.picture import DASHES, NEUTRAL, SHAPES, Picture, legend
from analysis.wording import number

BAND = "The band is what the {} of the own people leaves open (95 %)."


def power(
    curve: pd.DataFrame, points: pd.DataFrame, *, asked: float, cell: str, what: str, rests_on: str
) -> Picture:
    """Return the power by number of people, and some numbers of people marked on it.

    Parameters
    ----------
    curve : pandas.DataFrame
        ``people`` in each group, ``power``, ``low`` and ``high`` (%); low and high are
        missing where what people are like was typed.
    points : pandas.DataFrame
        ``what`` is marked ("needed", "there are", "simulated"), ``people``, ``power``,
        ``low`` and ``high`` (%, missing where there is no interval).
    asked : float
        Power asked for, %.
    cell : str
        What a group is called: group or cell.
    what : str
        What is to be found, in words.
    rests_on : str
        What of the own people the band is made from.

    Raises
    ------
    ValueError
        Where the curve has no point.
    """
    if curve.empty:
        raise ValueError("There is no number of people to show.")
    shown, marked = curve.round(1), points.round(1)
    people = f"People in each {cell}"
    told = {"people": people, "power": "power (%)", "low": "power from (%)", "high": "to (%)"}
    table = pd.concat([shown.assign(what="curve"), marked])[["what", *told]]
    banded = bool(shown["low"].notna().any())
    return Picture(
        chart=finish(_chart(shown, marked, asked, people, banded)),
        title=f"Power (%) by people in each {cell}: {what}",
        alt=_alt(shown, marked, asked, cell),
        table=table.rename(columns=told),
        name="power",
        note=BAND.format(rests_on) if banded else "",
    )


def _chart(
    curve: pd.DataFrame, points: pd.DataFrame, asked: float, people: str, banded: bool
) -> alt.LayerChart:
    last = float(curve["people"].max())
    axis = alt.Axis(title=people, tickMinStep=1, labelFlush=True, labelOverlap=True, grid=False)
    x = alt.X("people:Q", scale=alt.Scale(domain=[0, last], nice=False), axis=axis)
    scale = alt.Scale(domain=[0, 100], nice=False)
    y = alt.Y("power:Q", scale=scale, axis=alt.Axis(title="Power (%)", tickCount=5))
    rule = marks(pd.DataFrame({"power": [asked]}), "rule", color=NEUTRAL, strokeDash=DASHES[1])
    line = marks(curve[["people", "power"]], "line", strokeWidth=3).encode(x=x, y=y)
    low, high = alt.Y("low:Q", scale=scale), alt.Y2("high:Q")
    band = marks(curve[["people", "low", "high"]], "area", opacity=0.25).encode(x=x, y=low, y2=high)
    known = points.dropna(subset=["low", "high"])
    bars = marks(known, "rule", strokeWidth=2).encode(x=x, y=low, y2=high)
    layers = [rule.encode(y=y), line, _points(points, x, y)]
    layers = [*([band] if banded else []), *layers, *([bars] if len(known) else [])]
    return layered(*layers, height=300)


def _points(points: pd.DataFrame, x: alt.X, y: alt.Y) -> alt.Chart:
    names = list(points["what"])
    shape = alt.Shape(
        "what:N",
        scale=alt.Scale(domain=names, range=list(SHAPES[: len(names)])),
        legend=legend("People", names),
    )
    tooltip = [
        alt.Tooltip("what:N", title="People"),
        alt.Tooltip("people:Q", title="in each"),
        alt.Tooltip("power:Q", title="Power (%)"),
    ]
    return marks(points, "point", filled=True, size=130, opacity=1).encode(
        x=x, y=y, shape=shape, tooltip=tooltip
    )


def _alt(curve: pd.DataFrame, points: pd.DataFrame, asked: float, cell: str) -> str:
    first, last = curve.iloc[0], curve.iloc[-1]
    ends = f"{number(first['power'], 0)} % with {first['people']:.0f}"
    told = [
        f"{what}: {size:,} people in each {cell}, power {number(chance, 0)} %"
        for what, size, chance in points[["what", "people", "power"]].itertuples(index=False)
    ]
    return (
        f"Power goes from {ends} to {number(last['power'], 0)} % with {last['people']:.0f} people "
        f"in each {cell}; {number(asked, 0)} % is asked for. {'; '.join(told)}."
    )
