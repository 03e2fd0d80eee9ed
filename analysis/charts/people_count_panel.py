"""How many people are in each group's mean, week by week, under the axis."""

import altair as alt
import pandas as pd

from analysis.charts.marks import marks
from analysis.charts.picture import named_rows
from analysis.charts.week_axis import week_axis, week_ticks

ROW = 40


def people_count_panel(means: pd.DataFrame) -> alt.Chart:
    """Return one row a group with its number of people at each week of the axis.

    ``means`` has ``group``, ``week`` and ``n``.
    """
    groups = list(dict.fromkeys(means["group"]))
    rows = {group: row for row, group in enumerate(groups)}
    written = means[means["week"].isin(week_ticks(means["week"]))]
    counts = pd.DataFrame(
        {
            "group": written["group"],
            "week": written["week"],
            "n": written["n"],
            "place": written["group"].map(rows) + 0.75,
        }
    )
    return (
        marks(counts, "text", fontSize=12)
        .encode(
            x=week_axis(means["week"], axis=False),
            y=named_rows([f"People in the mean of {group}" for group in groups]),
            text=alt.Text("n:Q", format=",d"),
            color=alt.Color("group:N", scale=alt.Scale(domain=groups), legend=None),
        )
        .properties(height=ROW * len(groups))
    )
