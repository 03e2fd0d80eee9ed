"""Who left is counted, shown up to the last day, and never carried forward."""

import numpy as np
import pandas as pd
import pytest

from analysis.days import reduce_log
from analysis.groups.weeks.leaving import leaving
from analysis.model import Log
from analysis.outcomes import outcomes
from tests.groups.gaussian import cohort


@pytest.fixture
def few():
    """Two who stay and one of each arm who leaves; pain stands at 40 and 60."""
    until = {"s1": ("x", 84, 40.0), "s2": ("y", 84, 50.0), "l1": ("x", 30, 60.0)}
    until["l2"] = ("y", 10, 70.0)
    rows = [(p, day, vas) for p, (_, end, vas) in until.items() for day in range(end)]
    told = pd.DataFrame(rows, columns=["person", "day", "vas"])
    arms = pd.DataFrame({"person": list(until), "arm": [arm for arm, _, _ in until.values()]})
    arms = arms.assign(left_reason=[None, None, "too painful", None])
    days = reduce_log(Log().with_tables(pain=told, tendons=arms))
    return leaving(days, outcomes(days), "arm")


def test_those_who_left_are_told_with_their_last_day_and_reason(few):
    told = few.people.set_index("person")
    assert told["left"].to_dict() == {"s1": False, "s2": False, "l1": True, "l2": True}
    assert told.loc[["l1", "l2"], "last_day"].tolist() == [29, 9]
    assert told.loc["l1", "reason"] == "too painful"
    assert pd.isna(told.loc["l2", "reason"])


def test_readings_of_those_who_left_end_on_their_last_day(few):
    assert few.days.groupby("person")["day"].agg(["min", "max", "size"]).to_numpy().tolist() == [
        [0, 29, 30],
        [0, 9, 10],
    ]
    assert few.days.groupby("person")["pain"].unique().map(list).tolist() == [[60.0], [70.0]]


def test_each_group_has_its_leavers_beside_those_who_stayed(few):
    told = few.groups.set_index("group")
    assert told[["started", "left"]].to_numpy().tolist() == [[2, 1], [2, 1]]
    assert told["share"].tolist() == [50.0, 50.0]
    assert told["baseline_left"].tolist() == [60.0, 70.0]
    assert told["baseline_stayed"].tolist() == [40.0, 50.0]


def test_the_sentence_says_who_left_and_how_sore(few):
    assert few.sentence == (
        "2 of 4 people stopped before week 12 (x 1 of 2, y 1 of 2). At the start their pain was "
        "65 of 100 (2 people), that of the others 45 of 100 (2 people). When last logged it was "
        "65 of 100 (2 people). A mean of those still logging leaves them out."
    )


def test_last_pain_is_the_mean_of_the_last_seven_days():
    rows = [("a", day, 10.0 * day) for day in range(10)]
    rows += [("b", day, 1.0) for day in range(84)]
    told = pd.DataFrame(rows, columns=["person", "day", "vas"])
    arms = pd.DataFrame({"person": ["a", "b"], "arm": ["x", "y"]})
    days = reduce_log(Log().with_tables(pain=told, tendons=arms))
    people = leaving(days, outcomes(days), "arm").people.set_index("person")
    assert people.loc["a", "last_pain"] == np.mean([30, 40, 50, 60, 70, 80, 90])


def test_where_nobody_left_there_is_nothing_to_say():
    made = cohort(4, seed=1, missed=0.0)
    found = leaving(made.days, made.outcomes, "arm")
    assert (found.sentence, len(found.days), found.people["left"].any()) == ("", 0, False)


def test_where_the_sorer_leave_the_sentence_is_there():
    made = cohort(40, seed=2, leave=0.0025, with_pain=0.9)
    found = leaving(made.days, made.outcomes, "arm")
    gone = made.outcomes.table["left"] == "yes"
    assert found.sentence.startswith(f"{gone.sum()} of 80 people stopped before week 12")
    start = found.people.groupby("left")["baseline"].mean()
    assert start[True] > start[False]
    last = made.days.day[~np.isnan(made.days.pain["morning"].mean)]
    assert len(found.days) < len(last)
