"""Everyone's weeks, each group's mean with its interval, and how many are in each mean."""

import altair as alt
import numpy as np
import pandas as pd

from analysis.charts.marks import finish, layered, marks, stacked
from analysis.charts.people_count_panel import people_count_panel
from analysis.charts.picture import MOST_MARKS, SHAPES, Picture, legend, vas_scale, words
from analysis.charts.runs import scheduled_runs
from analysis.charts.week_axis import week_axis
from analysis.wording import number

RULES = (
    "A week counts for a person with at least 3 logged days, a visit by itself. "
    "Dotted: people who stopped logging, up to their last week."
)
SOME = " {shown:,} of {everyone:,} people are drawn; the means are of everyone."


def trajectories(*, person_weeks: pd.DataFrame, means: pd.DataFrame, week: int) -> Picture:
    """Return people's weekly pain faint, group means with intervals, and n under the axis.

    Parameters
    ----------
    person_weeks : pandas.DataFrame
        ``person``, ``group``, ``week``, ``mean`` (VAS 0-100), ``left`` (True where
        the person stopped logging). A missing week breaks the line.
    means : pandas.DataFrame
        ``group``, ``week``, ``mean``, ``low``, ``high``, ``n``: over people; without
        an interval where the limits are missing.
    week : int
        The last week drawn.

    Raises
    ------
    ValueError
        Where no week has a mean.
    """
    drawn = means[means["week"] <= week].sort_values(["group", "week"])
    groups = drawn.assign(group=words(drawn["group"])).dropna(subset="mean")
    if groups.empty:
        raise ValueError("No week has a mean to draw.")
    lines = person_weeks[person_weeks["week"] <= week]
    lines = lines.assign(group=words(lines["group"]), person=words(lines["person"]))
    shown = _some(lines, MOST_MARKS - 3 * len(groups))
    everyone, kept = lines["person"].nunique(), shown["person"].nunique()
    return Picture(
        chart=finish(stacked(_pain_panel(shown, groups), people_count_panel(groups), spacing=6)),
        title="Pain week by week (VAS 0-100): everyone, and each group's mean with its interval",
        alt=_alt(groups),
        table=_table(groups),
        name="week_by_week",
        note=RULES + (SOME.format(shown=kept, everyone=everyone) if kept < everyone else ""),
    )


def _some(lines: pd.DataFrame, most: int) -> pd.DataFrame:
    """Keep every k-th person, in order of their names, so that the points are few enough."""
    step = int(np.ceil(len(lines) / most)) if len(lines) else 1
    place = lines["person"].rank(method="dense").astype("int64") - 1
    return lines[place % step == 0].sort_values(["group", "person", "week"])


def _pain_panel(lines: pd.DataFrame, means: pd.DataFrame) -> alt.LayerChart:
    groups = list(dict.fromkeys(means["group"]))
    named = legend("Mean of", groups)
    colour = alt.Color("group:N", scale=alt.Scale(domain=groups), legend=named)
    shapes = [SHAPES[place % len(SHAPES)] for place in range(len(groups))]
    shape = alt.Shape("group:N", scale=alt.Scale(domain=groups, range=shapes), legend=named)
    layers = [
        _people(lines).encode(x=week_axis(means["week"]), color=colour),
        _bands(means).encode(x="week:Q", color=colour),
        _means(means).encode(x="week:Q", color=colour),
        _mean_points(means).encode(x="week:Q", color=colour, shape=shape),
    ]
    return layered(*layers, height=300)


def _y(field: str) -> alt.Y:
    axis = alt.Axis(title="Pain (VAS 0-100)", values=[0, 25, 50, 75, 100])
    return alt.Y(f"{field}:Q", scale=vas_scale(), axis=axis)


def _bands(means: pd.DataFrame) -> alt.Chart:
    known = means[means["low"].notna()]
    data = known[["group", "week", "low", "high"]].round(1)
    data = data.assign(run=scheduled_runs(known, ["group"]))
    return marks(data, "area", opacity=0.3).encode(y=_y("low"), y2="high:Q", detail="run:N")


def _people(lines: pd.DataFrame) -> alt.Chart:
    data = lines[["person", "group", "week", "mean"]].round(1)
    data = data.assign(
        run=scheduled_runs(lines, ["person"]),
        stayed=np.where(lines["left"].astype("bool"), "stopped logging", "still logging"),
    )
    faint = float(np.clip(20 / max(lines["person"].nunique(), 1), 0.12, 0.45))
    ends = alt.Scale(domain=["still logging", "stopped logging"], range=[[1, 0], [2, 3]])
    return marks(data, "line", strokeWidth=1, opacity=faint, strokeCap="round").encode(
        y=_y("mean"),
        detail=["person:N", "run:N"],
        strokeDash=alt.StrokeDash("stayed:N", scale=ends, legend=None),
        tooltip=[alt.Tooltip("person:N", title="Person"), alt.Tooltip("group:N", title="Of")],
    )


def _means(means: pd.DataFrame) -> alt.Chart:
    data = means[["group", "week", "mean"]].round(1)
    data = data.assign(run=scheduled_runs(means, ["group"]))
    return marks(data, "line", strokeWidth=3, strokeCap="round").encode(
        y=_y("mean"), detail="run:N"
    )


def _mean_points(means: pd.DataFrame) -> alt.Chart:
    data = means[["group", "week", "mean", "low", "high", "n"]].round(1)
    return marks(data, "point", filled=True, size=70, opacity=1).encode(
        y=_y("mean"),
        tooltip=[
            alt.Tooltip("group:N", title="Mean of"),
            alt.Tooltip("week:Q", title="Week"),
            alt.Tooltip("mean:Q", title="Pain (VAS 0-100)"),
            alt.Tooltip("low:Q", title="Interval from"),
            alt.Tooltip("high:Q", title="Interval to"),
            alt.Tooltip("n:Q", title="People"),
        ],
    )


def _alt(means: pd.DataFrame) -> str:
    return " ".join(_group_words(str(group), weeks) for group, weeks in means.groupby("group"))


def _group_words(group: str, weeks: pd.DataFrame) -> str:
    first, last = weeks.iloc[0], weeks.iloc[-1]
    return (
        f"{group}: mean pain {number(first['mean'], 1)} in week {first['week']:.0f} "
        f"({first['n']:.0f} people), {number(last['mean'], 1)} in week {last['week']:.0f} "
        f"({last['n']:.0f} people)."
    )


def _table(means: pd.DataFrame) -> pd.DataFrame:
    return (
        means[["group", "week", "mean", "low", "high", "n"]]
        .round(1)
        .rename(
            columns={
                "mean": "mean pain (VAS 0-100)",
                "low": "interval from",
                "high": "interval to",
                "n": "people",
            }
        )
    )
