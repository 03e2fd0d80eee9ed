"""Everyone's line through the weeks; of those who left, up to the last day they logged."""

import pandas as pd

from analysis.days import Days
from analysis.days.placing import WEEK_DAYS

MIDDLE = 4
"""Day 0 lies so many days after the place where week 0 would stand, the middle of that week."""


def person_lines(days: Days, weeks: pd.DataFrame, people: pd.DataFrame) -> pd.DataFrame:
    """Return the points of everyone's line; nothing is carried past anybody's last day.

    Parameters
    ----------
    weeks : pandas.DataFrame
        As :func:`analysis.groups.weeks.trajectories.person_weeks` gives them.
    people : pandas.DataFrame
        Of :class:`analysis.groups.weeks.leaving.Leaving`.

    Returns
    -------
    pandas.DataFrame
        person, group, week; at (where the point stands on an axis of weeks: a week's
        mean in its middle, a visit on its day), mean (VAS 0-100), left, and last: True
        at the last day of those who left, where the mean is that of the 7 days up to it.
    """
    gone = people.loc[people["left"], "person"]
    told = weeks.assign(at=weeks["week"].astype(float), last=False)
    told = told.assign(left=told["person"].isin(gone))
    ends = _last_days(days, people)
    until = told["person"].map(ends.set_index("person")["at"]).astype(float)
    columns = ["person", "group", "week", "at", "mean", "left", "last"]
    every = pd.concat([told[~(told["at"] >= until)][columns], ends[columns]])
    return every.sort_values(["person", "at"], kind="stable").reset_index(drop=True)


def _last_days(days: Days, people: pd.DataFrame) -> pd.DataFrame:
    gone = people[people["left"] & people["last_pain"].notna()]
    visits = set(days.tendons["person"].to_numpy()[days.visits])
    visit, day = gone["person"].isin(visits), gone["last_day"]
    return gone[["person", "group"]].assign(
        week=(day // WEEK_DAYS + ~visit).astype("int64"),
        at=(day + MIDDLE * ~visit) / WEEK_DAYS,
        mean=gone["last_pain"],
        left=True,
        last=True,
    )
