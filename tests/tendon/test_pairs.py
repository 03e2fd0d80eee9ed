"""Which day's load stands beside which pain: by hand."""

import numpy as np
import pandas as pd

from analysis.tendon.pairs import before_load, day_after, days_before, worst_days
from tests.diaries import START, days_of, pain, sessions

DONE = {0: 90.0, 1: 0.0, 3: 180.0}
FELT = {0: 10.0, 1: 20.0, 2: 30.0, 3: 40.0, 4: 50.0}
REST = pd.DataFrame({"person": ["a"], "on": [START + pd.Timedelta(days=2)], "what": ["rest"]})


def one(context="morning", events=None):
    more = {} if events is None else {"events": events}
    return days_of(sessions("a", DONE, added_kg=5.0), pain("a", FELT, context), **more).alone(0)


def test_each_days_load_stands_beside_the_pain_of_the_day_after():
    told = day_after(one(), "morning")
    assert told["day"].tolist() == [1, 2, 3, 4]
    assert told["pain"].tolist() == [20, 30, 40, 50]
    assert told["drops"].tolist()[:2] == [90, 0] and told["drops"].iloc[3] == 180


def test_a_day_without_a_row_is_missing_and_a_day_of_rest_is_zero():
    assert np.isnan(day_after(one(), "morning")["drops"].iloc[2])
    assert day_after(one(events=REST), "morning")["drops"].iloc[2] == 0
    assert day_after(one(), "morning")["minutes"].isna().all()


def test_each_pair_has_the_pain_before_the_load_of_its_morning_or_of_the_day_before():
    assert day_after(one(), "morning")["before"].tolist() == [10, 20, 30, 40]
    told = day_after(one("after"), "after")
    assert told[["day", "pain", "before"]].to_numpy().tolist() == [
        [2, 30, 10],
        [3, 40, 20],
        [4, 50, 30],
    ]


def test_morning_pain_comes_before_the_drops_of_its_day_and_other_pain_a_day_before():
    columns = ["day", "pain", "load", "before"]
    morning = before_load(one(events=REST), "morning")[columns].to_numpy().tolist()
    during = before_load(one("during", events=REST), "during")[columns].to_numpy().tolist()
    assert morning == [[1, 20, 0, 90], [2, 30, 0, 0], [3, 40, 180, 0]]
    assert during == [[1, 10, 0, 90], [2, 20, 0, 0], [3, 30, 180, 0]]


def test_the_sorest_days_come_first_and_the_48_hours_before_them_as_logged():
    assert worst_days(one(), "morning", 2)["day"].tolist() == [4, 3]
    told = days_before(one(), 4)
    assert told["day"].tolist() == [2, 3, 4]
    assert told["status"].tolist() == ["unlogged", "done", "unlogged"]
    assert told["pain_morning"].tolist() == [30, 40, 50]
    assert days_before(one(), 0)["day"].tolist() == [0]
