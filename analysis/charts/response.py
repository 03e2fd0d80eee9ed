"""Pain of the day after against the day's load, both beside this person's usual."""

import altair as alt
import numpy as np
import pandas as pd

from analysis.charts.marks import finish, layered, marks
from analysis.charts.picture import MOST_MARKS, NEUTRAL, Picture
from analysis.estimate import Estimate
from analysis.wording import number, plural

PICK = "day"
"""Name of the selection that a click on a point makes."""
LEAST_SPAN = 20.0


def response(points: pd.DataFrame, made: Estimate, *, step: float, unit: str) -> Picture:
    """Return each pair of days as a point, and the line of the model with its band.

    Parameters
    ----------
    points : pandas.DataFrame
        ``day``, ``load``, ``pain``, ``more_load``, ``more_pain``, as
        :func:`analysis.tendon.response.response` gives them.
    made : Estimate
        Points of pain for ``step`` more of the load; without a number no line is drawn, without an
        interval no band.
    step : float
        How much more of the load the estimate is for.
    unit : str
        What is counted, such as "drops".

    Raises
    ------
    ValueError
        Where there is no pair of days.
    """
    if points.empty:
        raise ValueError("There is no pair of days to draw.")
    shown = points.iloc[-MOST_MARKS + 10 :].round(1)
    named = f"{unit[:1].upper()}{unit[1:]}"
    x_title, y_title = f"{named} more or less than usual", "Pain more or less (points)"
    pick = alt.selection_point(name=PICK, fields=["day"], on="click", empty=False)
    tooltip = [
        alt.Tooltip("day:Q", title="Day of the pain"),
        alt.Tooltip("load:Q", title=f"{named} the day before"),
        alt.Tooltip("pain:Q", title="Pain (VAS 0-100)"),
    ]
    dots = marks(shown, "point", filled=True, opacity=0.6).encode(
        x=alt.X("more_load:Q", axis=alt.Axis(title=x_title)),
        y=alt.Y("more_pain:Q", axis=alt.Axis(title=y_title), scale=_scale(shown["more_pain"])),
        size=alt.condition(pick, alt.value(140), alt.value(40)),
        tooltip=tooltip,
    )
    layers = [_zero(), *_line(shown, made, step), dots.add_params(pick)]
    names = {
        "load": unit,
        "more_load": f"{unit}, more than usual",
        "pain": "pain (VAS 0-100)",
        "more_pain": "pain, more than usual (points)",
    }
    return Picture(
        chart=finish(layered(*layers, height=280)),
        title=f"Pain of the day after and {unit}, beside this person's usual (points VAS 0-100)",
        alt=_alt(shown, made, unit),
        table=shown[["day", *names]].rename(columns=names),
        name="day_after",
        note="A point is a pair of days, time and other load taken out; click one to see the "
        "two days before it.",
    )


def _scale(values: pd.Series) -> alt.Scale:
    most = max(float(values.abs().max()), LEAST_SPAN)
    return alt.Scale(domain=[-most, most])


def _zero() -> alt.Chart:
    rule = marks(pd.DataFrame({"more_pain": [0.0]}), "rule", color=NEUTRAL, strokeDash=[4, 4])
    return rule.encode(y="more_pain:Q")


def _line(points: pd.DataFrame, made: Estimate, step: float) -> list[alt.Chart]:
    if made.estimate is None:
        return []
    x = np.array([points["more_load"].min(), 0.0, points["more_load"].max()])
    line = pd.DataFrame({"more_load": x, "more_pain": x * made.estimate / step})
    drawn = [marks(line, "line", strokeWidth=3).encode(x="more_load:Q", y="more_pain:Q")]
    if made.low is None or made.high is None:
        return drawn
    edges = np.sort(np.outer(x, [made.low / step, made.high / step]), axis=1)
    band = pd.DataFrame({"more_load": x, "low": edges[:, 0], "high": edges[:, 1]})
    area = marks(band, "area", opacity=0.2).encode(x="more_load:Q", y="low:Q", y2="high:Q")
    return [area, *drawn]


def _alt(points: pd.DataFrame, made: Estimate, unit: str) -> str:
    said = f"{plural(len(points), 'pair')} of days"
    if made.estimate is None:
        return f"{said}; no line is drawn, since {made.no_interval}."
    ends = points["more_load"].agg(["min", "max"])
    return (
        f"{said}, from {number(ends['min'], 0)} to {number(ends['max'], 0)} {unit} beside the "
        f"usual; the line: {made.name.casefold()}, {number(made.estimate, 1)} points."
    )
