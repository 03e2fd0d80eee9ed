"""Each group's pain by week above the drops it has logged so far: two panels on one week axis."""

import altair as alt
import pandas as pd

from analysis.charts.marks import finish, layered, marks, stacked
from analysis.charts.people_count_panel import people_count_panel
from analysis.charts.picture import DASHES, SHAPES, Picture, by_group, legend, vas_scale, words
from analysis.charts.runs import scheduled_runs
from analysis.charts.week_axis import week_axis
from analysis.wording import number

SHORT = 13
"""Letters of a name of which a phone shows several in a line, beside the numbers of drops."""
PAIN, DROPS = "Mean pain (VAS 0-100)", "Drops logged so far"


def drops_so_far(weeks: pd.DataFrame, *, note: str) -> Picture:
    """Return mean pain by week above mean drops so far, by group, with n under the axis.

    Each panel has its own scale: never two on one panel. Nothing is fitted, and there
    is no interval and no p value.

    Parameters
    ----------
    weeks : pandas.DataFrame
        ``group``, ``week``, ``pain`` (mean VAS 0-100), ``drops`` (mean so far), ``n``
        people in both. A missing week breaks the lines.
    note : str
        The caution to stand under the chart.

    Raises
    ------
    ValueError
        Where no week has both.
    """
    known = weeks.dropna(subset=["pain", "drops"])
    if known.empty:
        raise ValueError("No week has both pain and drops to draw.")
    known = by_group(known.assign(group=words(known["group"])), "week")
    drawn = known.round({"pain": 1, "drops": 0}).reset_index(drop=True)
    drawn = drawn.assign(run=scheduled_runs(drawn, ["group"]))
    axis = alt.Axis(title=PAIN, values=[0, 25, 50, 75, 100])
    pain = alt.Y("pain:Q", scale=vas_scale(), axis=axis)
    load = alt.Axis(title=DROPS, tickCount=5, format=",d")
    drops = alt.Y("drops:Q", scale=alt.Scale(zero=True), axis=load)
    panels = [
        _panel(drawn, pain, named=True, height=210),
        _panel(drawn, drops, named=False, height=170),
        people_count_panel(drawn),
    ]
    return Picture(
        chart=finish(stacked(*panels, spacing=10)),
        title="Pain by week (VAS 0-100), and drops logged so far: means of the same people",
        alt=" ".join(_group_words(str(group), told) for group, told in known.groupby("group")),
        table=_table(drawn),
        name="drops_so_far",
        note=note,
    )


def _panel(weeks: pd.DataFrame, y: alt.Y, *, named: bool, height: int) -> alt.LayerChart:
    """Return the groups' lines and points; the upper panel names them, the lower the weeks."""
    groups = list(dict.fromkeys(weeks["group"]))
    names = legend("Mean of", groups) if named else None
    if names is not None and max(map(len, groups)) > SHORT:
        names.columns = 1
    domain = alt.Scale(domain=groups)
    dashes = alt.Scale(domain=groups, range=[DASHES[i % len(DASHES)] for i in range(len(groups))])
    shapes = alt.Scale(domain=groups, range=[SHAPES[i % len(SHAPES)] for i in range(len(groups))])
    x, colour = (
        week_axis(weeks["week"], axis=not named),
        alt.Color("group:N", scale=domain, legend=names),
    )
    lines = marks(weeks, "line", strokeWidth=2.5).encode(
        x=x,
        y=y,
        color=colour,
        detail="run:N",
        strokeDash=alt.StrokeDash("group:N", scale=dashes, legend=None),
    )
    points = marks(weeks, "point", filled=True, size=60, opacity=1).encode(
        x=x,
        y=y,
        color=colour,
        shape=alt.Shape("group:N", scale=shapes, legend=names),
        tooltip=[
            alt.Tooltip("group:N", title="Mean of"),
            alt.Tooltip("week:Q", title="Week"),
            alt.Tooltip("pain:Q", title=PAIN),
            alt.Tooltip("drops:Q", title=DROPS, format=","),
            alt.Tooltip("n:Q", title="People in both"),
        ],
    )
    return layered(lines, points, height=height)


def _group_words(group: str, weeks: pd.DataFrame) -> str:
    return f"{group}: " + "; ".join(_week_words(weeks.iloc[place]) for place in (0, -1)) + "."


def _week_words(week: pd.Series) -> str:
    return (
        f"week {week['week']:.0f} mean pain {number(week['pain'], 1)} and "
        f"{number(week['drops'], 0)} drops logged so far ({week['n']:.0f} people)"
    )


def _table(weeks: pd.DataFrame) -> pd.DataFrame:
    named = {"pain": PAIN.replace("M", "m", 1), "drops": DROPS.lower(), "n": "people"}
    return weeks.drop(columns="run").rename(columns=named)
