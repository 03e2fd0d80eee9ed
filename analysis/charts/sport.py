"""Minutes of other sport, by day."""

import altair as alt
import pandas as pd

from analysis.charts.daily import daily_or_weekly
from analysis.charts.marks import finish, marks
from analysis.charts.picture import Picture
from analysis.wording import number, plural


def sport(frame: pd.DataFrame) -> Picture:
    """Return minutes of other sport as bars, a day each, or a week in a diary of years.

    Parameters
    ----------
    frame : pandas.DataFrame
        One tendon's days: ``day``, ``week``, ``date``, ``minutes``. A day without a
        note has no bar.

    Raises
    ------
    ValueError
        Where no minutes were noted.
    """
    noted, timeline, by_week = daily_or_weekly(frame, "minutes", "sum")
    span = "week" if by_week else "day"
    title = f"Other sport (minutes a {span})"
    bars = noted[["day", "week", "value", "since", "until"]].rename(columns={"since": "at"})
    minutes = marks(bars.assign(foot=0), "rect").encode(
        x=timeline.x(),
        x2="until",
        y=alt.Y("foot:Q", scale=alt.Scale(nice=True), axis=alt.Axis(title=title, tickCount=5)),
        y2="value",
        tooltip=[
            alt.Tooltip(f"{span}:Q", title=span.capitalize()),
            alt.Tooltip("value:Q", title="Minutes"),
        ],
    )
    total = number(float(noted["value"].sum()), 0)
    return Picture(
        chart=finish(minutes.properties(height=200)),
        title=title,
        alt=f"{total} minutes of other sport, noted on {plural(len(noted), span)}.",
        table=noted[["day", "week", "value"]].rename(columns={"value": title}),
        name="other_sport",
    )
