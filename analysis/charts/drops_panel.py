"""The lower panel of a recovery: drops a day by variant, and what was prescribed."""

from collections.abc import Sequence

import altair as alt
import numpy as np
import pandas as pd

from analysis.charts.marks import layered, marks
from analysis.charts.picture import legend
from analysis.charts.timeline import Timeline

HEIGHT = 150
ZERO = "logged, 0 drops"
PRESCRIBED = "prescribed (dashed)"
UNKNOWN = "logged, number not noted"
REST = "rest day"
KEY = {ZERO: "○", UNKNOWN: "✚", REST: "△"}


def drops_panel(
    frame: pd.DataFrame,
    drops: pd.DataFrame,
    timeline: Timeline,
    colours: Sequence[str],
    by_week: bool,
) -> alt.LayerChart:
    """Return stacked bars of drops by variant with the prescribed number as a dashed line.

    A logged day of 0 drops and a day of rest have marks on the axis; an unlogged day has nothing.
    """
    bars = _bars(_weekly_drops(frame, drops) if by_week else drops.assign(width=0.8))
    own = list(dict.fromkeys(bars["what"]))
    prescribed = _steps(frame)
    named = legend("Drops a day", [*own, PRESCRIBED] if len(prescribed) else own, "bottom")
    colour = alt.Color("what:N", scale=alt.Scale(domain=list(colours)), legend=named)
    # A little room above, so that the prescribed line is seen over bars that reach it.
    top = 1.08 * float(np.nanmax([bars["high"].max(), frame["prescribed"].max(), 10.0]))
    layers = [_bar_chart(bars, own, timeline, colour, top, by_week)]
    at_zero = _at_zero(frame, by_week)
    if len(at_zero):
        layers.append(_zero_chart(at_zero, timeline))
    if len(prescribed):
        layers.append(_prescribed_chart(prescribed, timeline, colour))
    return layered(*layers, height=HEIGHT)


def key(frame: pd.DataFrame) -> str:
    """Return what the marks of the panel mean, in one line; only those that are drawn."""
    drawn = _at_zero(frame, by_week=False)["what"]
    said = [f"{sign} {name}" for name, sign in KEY.items() if (drawn == name).any()]
    said.append("a gap: not logged")
    line = "; ".join(said)
    return f"{line[0].upper()}{line[1:]}."


def _weekly_drops(frame: pd.DataFrame, drops: pd.DataFrame) -> pd.DataFrame:
    known = frame[frame["drops"].notna()].groupby("week")["day"].count()
    weeks = drops.groupby(["week", "variant"], as_index=False, sort=False)["drops"].sum()
    weeks["drops"] = weeks["drops"] / weeks["week"].map(known)
    return weeks.assign(day=(weeks["week"] - 1) * 7 + 3, width=6.0)


def _bars(drops: pd.DataFrame) -> pd.DataFrame:
    done = drops[drops["drops"] > 0]
    top = done.groupby("day")["drops"].cumsum()
    return pd.DataFrame(
        {
            "day": done["day"],
            "week": done["week"],
            "width": done["width"],
            "what": done["variant"].astype("str"),
            "drops": done["drops"].round(1),
            "low": (top - done["drops"]).round(1),
            "high": top.round(1),
        }
    )


def _bar_chart(
    bars: pd.DataFrame,
    own: list[str],
    timeline: Timeline,
    colour: alt.Color,
    top: float,
    by_week: bool,
) -> alt.Chart:
    placed = bars.assign(
        at=timeline.at(bars["day"] - bars["width"] / 2),
        until=timeline.at(bars["day"] + bars["width"] / 2),
    ).drop(columns="width")
    fading = np.linspace(0.9, 0.5, max(len(own), 1)).round(2).tolist()
    when = alt.Tooltip("week:Q", title="Week") if by_week else alt.Tooltip("day:Q", title="Day")
    return marks(placed, "rect").encode(
        x=timeline.x(),
        x2="until",
        y=_y("low").scale(domain=[0, top]),
        y2="high:Q",
        color=colour,
        fillOpacity=alt.FillOpacity(
            "what:O", scale=alt.Scale(domain=own, range=fading), legend=None, sort=own
        ),
        tooltip=[
            when,
            alt.Tooltip("what:N", title="Variant"),
            alt.Tooltip("drops:Q", title="Drops a day"),
        ],
    )


def _y(field: str) -> alt.Y:
    return alt.Y(f"{field}:Q", axis=alt.Axis(title="Drops a day", tickCount=4))


def _at_zero(frame: pd.DataFrame, by_week: bool) -> pd.DataFrame:
    logged = frame[frame["logged"] | (frame["status"] == "rest")]
    noted = np.where(logged["drops"].isna(), UNKNOWN, ZERO)
    what = pd.Series(np.where(logged["status"] == "rest", REST, noted), index=logged.index)
    days = pd.DataFrame({"day": logged["day"], "week": logged["week"], "what": what, "zero": 0})
    days = days[~(logged["drops"] > 0)]
    if by_week:
        busy = logged.loc[logged["drops"] > 0, "week"]
        days = days[~days["week"].isin(busy)].drop_duplicates(["week", "what"])
    return days


def _zero_chart(days: pd.DataFrame, timeline: Timeline) -> alt.Chart:
    return marks(
        days.assign(at=timeline.at(days["day"])),
        "point",
        filled=False,
        size=40,
        strokeWidth=1.5,
        opacity=1,
    ).encode(
        x=timeline.along(),
        y=_y("zero"),
        shape=alt.Shape(
            "what:N",
            scale=alt.Scale(domain=[*KEY], range=["circle", "cross", "triangle-up"]),
            legend=None,
        ),
        tooltip=[alt.Tooltip("day:Q", title="Day"), alt.Tooltip("what:N", title="Log")],
    )


def _steps(frame: pd.DataFrame) -> pd.DataFrame:
    amount = frame["prescribed"]
    stretch = (amount != amount.shift()).cumsum()
    known = frame[amount.notna()]
    steps = known.groupby(stretch[amount.notna()]).agg(
        first=("day", "min"), last=("day", "max"), prescribed=("prescribed", "first")
    )
    return steps.reset_index(drop=True)


def _prescribed_chart(steps: pd.DataFrame, timeline: Timeline, colour: alt.Color) -> alt.Chart:
    placed = pd.DataFrame(
        {
            "at": timeline.at(steps["first"] - 0.5),
            "until": timeline.at(steps["last"] + 0.5),
            "prescribed": steps["prescribed"],
            "what": PRESCRIBED,
        }
    )
    return marks(placed, "rule", strokeWidth=2, strokeDash=[6, 4]).encode(
        x=timeline.along(),
        x2="until",
        y=_y("prescribed"),
        color=colour,
        tooltip=[alt.Tooltip("prescribed:Q", title="Prescribed drops a day")],
    )
