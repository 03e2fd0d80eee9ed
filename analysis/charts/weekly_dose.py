"""Repetitions of each week by variant, beside those prescribed."""

import altair as alt
import pandas as pd

from analysis.charts.marks import finish, layered, marks
from analysis.charts.picture import Picture, legend
from analysis.wording import number, plural

OWN = ("week", "days_logged", "done", "prescribed")
PRESCRIBED = "prescribed (line)"


def weekly_dose(weeks: pd.DataFrame, *, unit: str) -> Picture:
    """Return the repetitions of each week stacked by variant, the prescribed number as a line.

    Parameters
    ----------
    weeks : pandas.DataFrame
        ``week``, ``days_logged``, ``done``, ``prescribed`` and one column per variant.
    unit : str
        What is counted, such as "drops".
    """
    variants = [name for name in weeks if name not in OWN]
    long = weeks.melt(["week", "days_logged"], variants, var_name="what", value_name="reps")
    bars = long[long["reps"] > 0]
    lines = weeks.loc[weeks["prescribed"] > 0, ["week", "prescribed"]].assign(what=PRESCRIBED)
    shown = [*variants, PRESCRIBED] if len(lines) else variants
    colour = alt.Color(
        "what:N", scale=alt.Scale(domain=shown), legend=legend("Done", shown, "bottom")
    )
    last = int(weeks["week"].max())
    x = alt.X(
        "week:O",
        scale=alt.Scale(domain=list(range(int(weeks["week"].min()), last + 1))),
        axis=alt.Axis(title="Week", labelAngle=0, labelOverlap=True),
    )
    y = alt.Y("reps:Q", stack=True, axis=alt.Axis(title=f"{unit.capitalize()} a week", tickCount=5))
    layers = [
        marks(bars, "bar", opacity=0.85).encode(
            x=x,
            y=y,
            color=colour,
            tooltip=[
                alt.Tooltip("week:Q", title="Week"),
                alt.Tooltip("what:N", title="Variant"),
                alt.Tooltip("reps:Q", title=unit.capitalize()),
                alt.Tooltip("days_logged:Q", title="Days logged"),
            ],
        )
    ]
    if len(lines):
        line = marks(lines, "tick", thickness=3, size=18, opacity=1)
        layers.append(
            line.encode(
                x=x,
                y=alt.Y("prescribed:Q"),
                color=colour,
                tooltip=[
                    alt.Tooltip("week:Q", title="Week"),
                    alt.Tooltip("prescribed:Q", title="Prescribed"),
                ],
            )
        )
    return Picture(
        chart=finish(layered(*layers, height=220)),
        title=f"{unit.capitalize()} of each week, done and prescribed",
        alt=_words(weeks, unit),
        table=weeks.rename(
            columns={
                "days_logged": "days logged",
                "done": f"{unit} done",
                "prescribed": f"{unit} prescribed",
            }
        ),
        name="weekly_dose",
    )


def _words(weeks: pd.DataFrame, unit: str) -> str:
    known = weeks[weeks["done"].notna()]
    if known.empty:
        return f"No week says how many {unit} were done."
    most, last = known["done"].max(), known.iloc[-1]
    return (
        f"{unit.capitalize()} done in {plural(len(known), 'week')}: {number(most)} at most, "
        f"{number(last['done'])} in week {number(last['week'])}, the last."
    )
