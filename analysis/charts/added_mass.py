"""The mass added to the drops, by day."""

import altair as alt
import pandas as pd

from analysis.charts.daily import daily_or_weekly
from analysis.charts.marks import finish, marks
from analysis.charts.picture import Picture
from analysis.wording import number, plural

LEAST_SPAN_KG = 5.0
"""So that nothing added is seen as a line at 0 on an axis of kilograms."""


def added_mass(frame: pd.DataFrame) -> Picture:
    """Return the heaviest added mass of each day on which it was noted, in kilograms.

    Parameters
    ----------
    frame : pandas.DataFrame
        One tendon's days: ``day``, ``week``, ``date``, ``added_kg``. A day without a
        note has no mark; 0 kg has one.

    Raises
    ------
    ValueError
        Where no added mass was noted.
    """
    noted, timeline, by_week = daily_or_weekly(frame, "added_kg", "max")
    span = "week" if by_week else "day"
    when = alt.Tooltip(f"{span}:Q", title=span.capitalize())
    heaviest = noted["value"].max()
    scale = alt.Scale(domain=[0, max(heaviest, LEAST_SPAN_KG)])
    points = marks(
        noted[["day", "week", "value", "at"]], "point", filled=True, size=40, opacity=0.9
    ).encode(
        x=timeline.x(),
        y=alt.Y("value:Q", scale=scale, axis=alt.Axis(title="Added mass (kg)", tickCount=5)),
        tooltip=[when, alt.Tooltip("value:Q", title="Added mass (kg)")],
    )
    first, last = noted.iloc[0], noted.iloc[-1]
    return Picture(
        chart=finish(points.properties(height=200)),
        title=f"Heaviest added mass of each {span} (kg)",
        alt=(
            f"Added mass on {plural(len(noted), span)}: {number(first['value'])} kg first, "
            f"{number(last['value'])} kg last, {number(heaviest)} kg at most."
        ),
        table=noted[["day", "week", "value"]].rename(columns={"value": "added mass (kg)"}),
        name="added_mass",
    )
