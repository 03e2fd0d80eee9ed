"""Everyone's weeks, each group's mean with its interval, and how many are in each mean."""

import altair as alt
import pandas as pd

from analysis.charts.marks import finish, layered, marks, stacked
from analysis.charts.people_count_panel import people_count_panel
from analysis.charts.person_lines import person_lines, some_people
from analysis.charts.picture import MOST_MARKS, Picture, words
from analysis.charts.runs import scheduled_runs
from analysis.charts.week_axis import week_axis
from analysis.charts.week_look import BARE, BY_MODEL, Look, look, pain
from analysis.wording import number

RULES = "A week counts for a person with at least 3 logged days, a visit by itself."
ENDS = " Dashes end in a cross on the last day of people who stopped."
BANDS = " Bands are 95 % intervals of the means."
SOME = " {shown:,} of {everyone:,} people are drawn; the means are of everyone."
NAMES = {"mean": "mean pain (VAS 0-100)", "low": "interval from", "high": "interval to"}


def trajectories(
    *,
    lines: pd.DataFrame,
    means: pd.DataFrame,
    week: int,
    model: pd.DataFrame | None = None,
) -> Picture:
    """Return people's weekly pain faint, group means with intervals, and n under the axis.

    Parameters
    ----------
    lines : pandas.DataFrame
        ``person``, ``group``, ``week``, ``at`` (place on the axis of weeks), ``mean``
        (VAS 0-100), ``left`` (whether the person stopped), ``last`` (True at the last
        day of those). A missing week breaks the line.
    means : pandas.DataFrame
        ``group``, ``week``, ``mean``, ``low``, ``high``, ``n``: of the people who
        logged the week; without an interval where the limits are missing. Groups
        stand in its order.
    week : int
        The last week drawn.
    model : pandas.DataFrame or None
        ``group``, ``week``, ``mean``, ``low``, ``high``: of all who began, as a model
        expects it.

    Raises
    ------
    ValueError
        Where no week has a mean.
    """
    bare = _until(means, week)
    if bare.empty:
        raise ValueError("No week has a mean to draw.")
    fitted = bare.iloc[:0] if model is None else _until(model, week)
    people = lines[lines["week"].between(bare["week"].min(), week)]
    people = people.assign(group=words(people["group"]), person=words(people["person"]))
    room = MOST_MARKS - 3 * len(bare) - 2 * len(fitted) - int(people["last"].sum())
    shown = some_people(people, room)
    everyone, kept = people["person"].nunique(), shown["person"].nunique()
    limited = _limited(bare)
    panel = _pain_panel(shown, bare, fitted)
    limits = "with its interval" if limited else "without an interval"
    some = SOME.format(shown=kept, everyone=everyone) if kept < everyone else ""
    return Picture(
        chart=finish(stacked(panel, people_count_panel(bare), spacing=6)),
        title=f"Pain week by week (VAS 0-100): everyone, and each group's mean {limits}",
        alt=_alt(bare, fitted, people),
        table=_table(bare, fitted),
        name="week_by_week",
        note=RULES + (ENDS if people["left"].any() else "") + (BANDS if limited else "") + some,
    )


def _until(means: pd.DataFrame, week: int) -> pd.DataFrame:
    drawn = means[means["week"] <= week].dropna(subset="mean")
    return drawn.assign(group=words(drawn["group"]))


def _pain_panel(lines: pd.DataFrame, bare: pd.DataFrame, model: pd.DataFrame) -> alt.LayerChart:
    groups = list(dict.fromkeys(bare["group"]))
    shared = look(groups, bool(lines["left"].any()), not model.empty)
    layers = [
        *person_lines(lines, shared, week_axis(bare["week"])),
        *(_band(told, shared, model.empty) for told in (bare, model) if _limited(told)),
        _mean_line(bare, BARE, shared),
        _mean_points(bare, shared),
        *([] if model.empty else [_mean_line(model, BY_MODEL, shared)]),
    ]
    return layered(*layers, height=340)


def _limited(means: pd.DataFrame) -> bool:
    return bool(means["low"].notna().any())


def _band(means: pd.DataFrame, shared: Look, alone: bool) -> alt.Chart:
    known = means[means["low"].notna()]
    data = known[["group", "week", "low", "high"]].round(1)
    data = data.assign(run=scheduled_runs(known, ["group"]))
    return marks(data, "area", opacity=0.3 if alone else 0.2).encode(
        x="week:Q", y=pain("low"), y2="high:Q", color=shared.colour, detail="run:N"
    )


def _mean_line(means: pd.DataFrame, kind: str, shared: Look) -> alt.Chart:
    data = means[["group", "week", "mean"]].round(1)
    data = data.assign(kind=kind, run=scheduled_runs(means, ["group"]))
    return marks(data, "line", strokeWidth=3).encode(
        x="week:Q", y=pain("mean"), color=shared.colour, strokeDash=shared.dash, detail="run:N"
    )


def _mean_points(means: pd.DataFrame, shared: Look) -> alt.Chart:
    data = means[["group", "week", "mean", "low", "high", "n"]].round(1)
    limits = [
        alt.Tooltip("low:Q", title="Interval from"),
        alt.Tooltip("high:Q", title="Interval to"),
    ]
    return marks(data, "point", filled=True, size=70, opacity=1).encode(
        x="week:Q",
        y=pain("mean"),
        color=shared.colour,
        shape=shared.shape,
        tooltip=[
            alt.Tooltip("group:N", title="Mean of"),
            alt.Tooltip("week:Q", title="Week"),
            alt.Tooltip("mean:Q", title="Pain (VAS 0-100)"),
            *(limits if _limited(means) else []),
            alt.Tooltip("n:Q", title="People"),
        ],
    )


def _alt(bare: pd.DataFrame, model: pd.DataFrame, people: pd.DataFrame) -> str:
    said = [_group_words(str(group), told) for group, told in bare.groupby("group", sort=False)]
    ends = model.groupby("group", sort=False).tail(1)
    said += [
        f"By the model, of all who began: {group} {number(mean, 1)} in week {week:.0f}."
        for group, mean, week in zip(ends["group"], ends["mean"], ends["week"], strict=True)
    ]
    if gone := people.loc[people["left"].astype("bool"), "person"].nunique():
        said.append(f"{gone:,} stopped: dashed, in another colour, to a cross on their last day.")
    return " ".join(said)


def _group_words(group: str, weeks: pd.DataFrame) -> str:
    first, last = weeks.iloc[0], weeks.iloc[-1]
    return (
        f"{group}: mean pain {number(first['mean'], 1)} in week {first['week']:.0f} "
        f"({first['n']:.0f} people), {number(last['mean'], 1)} in week {last['week']:.0f} "
        f"({last['n']:.0f} people)."
    )


def _table(bare: pd.DataFrame, model: pd.DataFrame) -> pd.DataFrame:
    table = _columns(bare).assign(people=bare["n"])
    if model.empty:
        return table
    named = {name: f"{name}, by the model" for name in NAMES.values()}
    return table.merge(_columns(model).rename(columns=named), on=["group", "week"], how="left")


def _columns(means: pd.DataFrame) -> pd.DataFrame:
    kept = [name for name in NAMES if means[name].notna().any()]
    return means[["group", "week", *kept]].round(1).rename(columns=NAMES)
