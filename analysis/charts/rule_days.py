"""The days that a rule set speaks of: a row a rule, a mark a day."""

from collections.abc import Sequence

import altair as alt
import pandas as pd

from analysis.charts.marks import finish, marks
from analysis.charts.picture import MOST_MARKS, Picture, named_rows
from analysis.charts.timeline import Timeline
from analysis.rules import Statement
from analysis.wording import plural

ROW = 46


def rule_days(days: pd.DataFrame, said: Sequence[Statement]) -> Picture:
    """Return on which days each rule's test was met, the rule met last in the first row.

    Parameters
    ----------
    days : pandas.DataFrame
        One tendon's ``day`` and ``date`` (NaT where undated), which span the axis.
    said : sequence of Statement
        Newest first, as :func:`analysis.rules.statements` gives them.

    Raises
    ------
    ValueError
        Where no rule speaks of any day.
    """
    names = list(dict.fromkeys(statement.name for statement in said if statement.days))
    if not names:
        raise ValueError("No rule speaks of any day, so there is nothing to draw.")
    rows = [(one.name, day) for one in said for day in one.days]
    told = pd.DataFrame(rows, columns=["rule", "day"]).drop_duplicates(ignore_index=True)
    timeline = Timeline.of(days)
    drawn = told.head(MOST_MARKS).assign(
        at=lambda met: timeline.at(met["day"]),
        place=lambda met: met["rule"].map(names.index) + 0.72,
    )
    tooltip = [alt.Tooltip("day:Q", title="Day"), alt.Tooltip("rule:N", title="Rule")]
    ticks = marks(drawn, "tick", thickness=3, size=16, orient="vertical", opacity=0.8)
    chart = ticks.encode(x=timeline.x(), y=named_rows(names), tooltip=tooltip)
    return Picture(
        chart=finish(chart.properties(height=ROW * len(names))),
        title="The days each rule speaks of",
        alt=f"{'; '.join(_words(name, told) for name in names)}.",
        table=told,
        name="rule_days",
    )


def _words(name: str, told: pd.DataFrame) -> str:
    day = told.loc[told["rule"] == name, "day"]
    return f"{name}: {plural(len(day), 'day')}, the last of them day {day.max()}"
