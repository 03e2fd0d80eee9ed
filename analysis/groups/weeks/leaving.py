"""Who left, how sore they were, and up to which day their pain is known."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from analysis.context import pain_by_day
from analysis.days import Days
from analysis.days.placing import WEEK_DAYS
from analysis.groups.people import in_order, one_each
from analysis.groups.weeks.trajectories import standing
from analysis.outcomes import Outcomes
from analysis.windows import last_day_where, mean_of_days
from analysis.wording import number, plural


@dataclass(frozen=True)
class Leaving:
    """Those who stopped before the week asked, beside those who did not.

    Attributes
    ----------
    people : pandas.DataFrame
        person, group, left (whether they stopped), reason (as the log gives it),
        last_day (programme day of their last reading), baseline, and last_pain, the
        mean of the readings in the 7 days up to it; VAS 0-100, missing where unknown.
    groups : pandas.DataFrame
        group, started, left, share (%), and the mean baseline and last_pain of those
        who left, with the mean baseline of those who stayed.
    days : pandas.DataFrame
        person, group, day, pain: every reading of those who left, up to their last day.
    sentence : str
        Who left, in words; "" where nobody did.
    """

    people: pd.DataFrame
    groups: pd.DataFrame
    days: pd.DataFrame
    sentence: str


def leaving(days: Days, outcomes: Outcomes, by: str) -> Leaving:
    """Return who left before the week asked, how sore, and their readings up to then.

    Nothing is carried forward after anybody's last day. People without a group are not
    in it.

    Raises
    ------
    ValueError
        Where there is no such column, or it has more than 10 values.
    """
    told, _ = one_each(outcomes, by)
    told = told.dropna(subset=["group"]).reset_index(drop=True)
    at = told["person"].map(standing(days, outcomes.context)).to_numpy("int64")
    pain = pain_by_day(days, outcomes.context)
    last = last_day_where(days, ~np.isnan(pain))
    until = np.nan_to_num(last, nan=-1).astype("int64")
    last_pain, _ = mean_of_days(days, pain, until - WEEK_DAYS + 1, until)
    people = pd.DataFrame(
        {
            **told[["person", "group"]],
            "left": (told["left"] == "yes").to_numpy(),
            "reason": days.tendons["left_reason"].to_numpy()[at],
            "last_day": last[at],
            "baseline": told["baseline"].to_numpy(),
            "last_pain": np.where(np.isnan(last[at]), np.nan, last_pain[at]),
        }
    ).astype({"reason": "str"})
    groups = _by_group(people)
    readings = _readings(days, pain, people[people["left"]], at[people["left"]])
    return Leaving(people, groups, readings, _sentence(people, groups, outcomes.week))


def _readings(days: Days, pain: np.ndarray, gone: pd.DataFrame, at: np.ndarray) -> pd.DataFrame:
    place = np.full(len(days.tendons), -1)
    place[at] = np.arange(len(at))
    mine = place[days.tendon]
    kept = (mine >= 0) & ~np.isnan(pain)
    who = gone[["person", "group"]].iloc[mine[kept]].reset_index(drop=True)
    return who.assign(day=days.day[kept], pain=pain[kept])


def _by_group(people: pd.DataFrame) -> pd.DataFrame:
    left = people[people["left"]]
    told = people.groupby("group")["left"].agg(started="size", left="sum")
    told = told.assign(
        share=100 * told["left"] / told["started"],
        baseline_left=left.groupby("group")["baseline"].mean(),
        baseline_stayed=people[~people["left"]].groupby("group")["baseline"].mean(),
        last_pain_left=left.groupby("group")["last_pain"].mean(),
    )
    return told.loc[in_order(people["group"])].reset_index()


def _sentence(people: pd.DataFrame, groups: pd.DataFrame, week: int) -> str:
    gone = people["left"]
    if not gone.any():
        return ""
    counted = zip(groups["group"], groups["left"], groups["started"], strict=True)
    parts = ", ".join(f"{name} {n:,} of {started:,}" for name, n, started in counted)
    verb = "person" if len(people) == 1 else "people"
    said = f"{int(gone.sum()):,} of {len(people):,} {verb} stopped before week {week} ({parts})."
    start = _mean(people, gone, "baseline"), _mean(people, ~gone, "baseline")
    if all(start):
        said += f" At the start their pain was {start[0]}, that of the others {start[1]}."
    if end := _mean(people, gone, "last_pain"):
        said += f" When last logged it was {end}."
    return f"{said} A mean of those still logging leaves them out."


def _mean(people: pd.DataFrame, which: pd.Series, column: str) -> str:
    values = people.loc[which, column].dropna()
    if values.empty:
        return ""
    return f"{number(values.mean(), 0)} of 100 ({plural(len(values), 'person', 'people')})"
