"""Two tendons of one person on one calendar, each with its own numbers."""

import numpy as np
import pandas as pd

from analysis.days import reduce_log
from analysis.model import Log
from analysis.tendon.recovery import recovery
from analysis.tendon.side_by_side import siblings, side_by_side
from tests.diaries import START, every, pain


def two_tendons(dated: bool = True):
    tables = [
        pain("a", every(range(30), 60.0), side="left"),
        pain("a", every(range(10, 40), 30.0), side="right"),
        pain("b", every(range(5), 10.0), side="left"),
    ]
    told = pd.concat(tables, ignore_index=True)
    if not dated:
        day = (told["felt_at"] - START).dt.days
        told = told.drop(columns="felt_at").assign(day=day)
    return reduce_log(Log().with_tables(pain=told))


def test_each_tendon_keeps_its_own_numbers():
    days = two_tendons()
    found = side_by_side(days, [0, 1], ["left", "right"], "morning")
    assert found.recoveries["right"] == recovery(days, 1, "morning")
    assert found.frame["pain_left"].dropna().unique().tolist() == [60.0]
    assert found.frame["pain_right"].dropna().unique().tolist() == [30.0]


def test_both_stand_on_the_same_dates():
    found = side_by_side(two_tendons(), [0, 1], ["left", "right"], "morning").frame
    left, right = (found.loc[found[f"pain_{side}"].notna(), "date"] for side in ("left", "right"))
    assert (left.min(), left.max()) == (START, START + pd.Timedelta(days=29))
    assert (right.min(), right.max()) == (
        START + pd.Timedelta(days=10),
        START + pd.Timedelta(days=39),
    )


def test_without_dates_the_programme_days_are_shared():
    found = side_by_side(two_tendons(dated=False), [0, 1], ["left", "right"], "morning").frame
    assert found.loc[found["pain_right"].notna(), "day"].min() == 10
    assert found["date"].isna().all()
    assert not np.isnan(found["week"]).any()


def test_only_the_tendons_of_the_same_person_are_siblings():
    days = two_tendons()
    assert siblings(days.tendons, 1) == [0, 1] and siblings(days.tendons, 2) == [2]
