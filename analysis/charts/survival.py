"""The share that has got there day by day, with how many are still followed under the axis."""

import altair as alt
import numpy as np
import pandas as pd

from analysis.charts.marks import finish, layered, marks, stacked
from analysis.charts.picture import (
    DASHES,
    MOST_MARKS,
    Picture,
    by_group,
    legend,
    named_rows,
    words,
)
from analysis.wording import number

ROW = 40
MOST_TICKS = MOST_MARKS // 2
MOST_COUNTS = 8
NOTE = "A small upright tick: somebody's follow-up ends there without it."
BANDS = " Bands are 95 % intervals."
SOME = " Of {all:,} ticks {shown:,} are drawn."


def survival(
    *,
    curves: pd.DataFrame,
    at_risk: pd.DataFrame,
    people: pd.DataFrame,
    what: str,
    until: int,
    bands: bool = True,
) -> Picture:
    """Return the step curves of the groups above the number followed and not there yet.

    Parameters
    ----------
    curves : pandas.DataFrame
        ``group``, ``day``, ``share``, ``low``, ``high`` (%): a step at each day, from
        day 0 to the last day of follow-up; missing limits have no band.
    at_risk : pandas.DataFrame
        ``group``, ``day``, ``at_risk``.
    people : pandas.DataFrame
        ``group``, ``day``, ``happened``; who is left out has no day.
    what : str
        The event, such as ``pain free``.
    until : int
        The last day drawn.
    bands : bool
        Whether the intervals of the curves are drawn.

    Raises
    ------
    ValueError
        Where nobody was followed.
    """
    steps = _until(curves.assign(group=words(curves["group"])), until)
    if steps.empty:
        raise ValueError("Nobody was followed: there is no curve to draw.")
    groups = list(dict.fromkeys(steps["group"]))
    ticks = _ticks(people.assign(group=words(people["group"])), steps, until)
    shown = ticks.iloc[:: int(np.ceil(len(ticks) / MOST_TICKS)) or 1]
    risk = at_risk.assign(group=words(at_risk["group"]))
    limited = bands and bool(steps["low"].notna().any())
    some = SOME.format(all=len(ticks), shown=len(shown)) if len(shown) < len(ticks) else ""
    upper = _curve_panel(steps, shown, groups, what, until, limited)
    return Picture(
        chart=finish(stacked(upper, _risk_panel(risk, groups, what, until), spacing=6)),
        title=f"{what.capitalize()} so far (% of people), by day of the programme",
        alt=_alt(steps, risk, what),
        table=_table(steps, limited),
        name="time_to_event",
        note=NOTE + (BANDS if limited else "") + some,
    )


def _until(curves: pd.DataFrame, until: int) -> pd.DataFrame:
    """Return the curves up to a day, to which those that go on are drawn; groups in order."""
    kept = curves[curves["day"] <= until]
    on = curves.groupby("group")["day"].max() > until
    last = kept.groupby("group", sort=False).tail(1)
    ends = last[last["group"].map(on)].assign(day=float(until))
    return by_group(pd.concat([kept, ends]), "day")


def _ticks(people: pd.DataFrame, steps: pd.DataFrame, until: int) -> pd.DataFrame:
    """Return the days on which follow-up ended without the event, on their curves."""
    ended = people[~people["happened"].astype("bool") & (people["day"] <= until)]
    counted = ended.groupby(["group", "day"]).size().rename("people").reset_index()
    return pd.merge_asof(
        counted.sort_values("day"),
        steps[["group", "day", "share"]].sort_values("day", kind="stable"),
        on="day",
        by="group",
    )


def _curve_panel(
    steps: pd.DataFrame,
    ticks: pd.DataFrame,
    groups: list[str],
    what: str,
    until: int,
    bands: bool,
) -> alt.LayerChart:
    named = legend("", groups, lines=True)
    colour = alt.Color("group:N", scale=alt.Scale(domain=groups), legend=named)
    dashes = [DASHES[i % len(DASHES)] for i in range(len(groups))]
    dash = alt.StrokeDash("group:N", scale=alt.Scale(domain=groups, range=dashes), legend=named)
    title = f"{what.capitalize()} so far (%)"
    x, drawn = _x(until, "Day of the programme"), steps.round(1)
    step = {"interpolate": "step-after"}
    lines = marks(drawn[["group", "day", "share"]], "line", strokeWidth=2.5, **step).encode(
        x=x, y=_y("share", title), color=colour, strokeDash=dash
    )
    ends = marks(ticks.round(1), "tick", orient="vertical", size=11, thickness=1.5).encode(
        x=x,
        y=_y("share", title),
        color=colour,
        tooltip=[
            alt.Tooltip("group:N", title="Of"),
            alt.Tooltip("people:Q", title="People no longer followed"),
            alt.Tooltip("day:Q", title="after day"),
        ],
    )
    known = drawn[drawn["low"].notna()]
    band = marks(known[["group", "day", "low", "high"]], "area", opacity=0.15, **step).encode(
        x=x, y=_y("low", title), y2="high:Q", color=colour
    )
    return layered(*([band] if bands else []), lines, ends, height=280)


def _days(until: int) -> list[int]:
    """Return the fortnights written under the axis: at most about 8 of them."""
    step = 14 * max(1, -(-(until // 14 + 1) // MOST_COUNTS))
    return list(range(0, until + 1, step))


def _x(until: int, title: str = "") -> alt.X:
    axis = alt.Axis(title=title, values=_days(until), grid=False) if title else None
    scale = alt.Scale(domain=[-0.03 * until, 1.03 * until], nice=False)
    return alt.X("day:Q", scale=scale, axis=axis)


def _y(field: str, title: str) -> alt.Y:
    axis = alt.Axis(title=title, values=[0, 25, 50, 75, 100])
    return alt.Y(f"{field}:Q", scale=alt.Scale(domain=[0, 100], nice=False), axis=axis)


def _risk_panel(risk: pd.DataFrame, groups: list[str], what: str, until: int) -> alt.Chart:
    place = {group: row + 0.75 for row, group in enumerate(groups)}
    written = risk[risk["day"].isin(_days(until)) & risk["group"].isin(groups)]
    data = written[["group", "day", "at_risk"]].assign(place=written["group"].map(place))
    return (
        marks(data, "text", fontSize=12)
        .encode(
            x=_x(until),
            y=named_rows([f"{group}: followed and not yet {what}" for group in groups]),
            text=alt.Text("at_risk:Q", format=",d"),
            color=alt.Color("group:N", scale=alt.Scale(domain=groups), legend=None),
        )
        .properties(height=ROW * len(groups))
    )


def _alt(steps: pd.DataFrame, risk: pd.DataFrame, what: str) -> str:
    said = []
    for group, told in steps.groupby("group", sort=False):
        n = risk.loc[risk["group"] == group, "at_risk"].max()
        half = told.loc[told["share"] >= 50, "day"]
        when = f"half by day {half.iloc[0]:.0f}" if len(half) else "half not reached"
        last = told.iloc[-1]
        said.append(
            f"{group} ({n:,.0f} people): {when}, {number(last['share'], 0)} % {what} "
            f"by day {last['day']:.0f}."
        )
    return " ".join(said)


def _table(steps: pd.DataFrame, bands: bool) -> pd.DataFrame:
    columns = ["group", "day", "share", *(["low", "high"] if bands else [])]
    named = {"share": "share so far (%)", "low": "interval from (%)", "high": "interval to (%)"}
    return steps[columns].round(1).rename(columns=named)
