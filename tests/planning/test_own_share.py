"""The share of an own log is the one that Cohorts shows, with its interval and its people."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from analysis.groups.methods.further import by_share
from analysis.groups.methods.responders import Threshold
from analysis.outcomes import Outcomes
from analysis.planning.own_people import EVERYONE
from analysis.planning.own_share import own_share
from analysis.planning.share import SharePlan
from analysis.planning.study import study
from tests.groups.cohorts import outcomes_of


@pytest.fixture(scope="module")
def cohort() -> Outcomes:
    """Return 20 people in arm a, 14 of 18 known back; 15 in arm b, 6 of 15."""
    told = ["yes"] * 14 + ["no"] * 4 + [None] * 2 + ["yes"] * 6 + ["no"] * 9
    rows = {"arm": ["a"] * 20 + ["b"] * 15, "returned_to_activity": pd.Series(told, dtype="str")}
    end = np.where(np.arange(35) % 3 == 0, 30.0, 50.0)
    return outcomes_of(pd.DataFrame({**rows, "baseline": 60.0, "end": end}))


def test_one_groups_share_is_that_of_cohorts(cohort):
    shown = by_share(cohort, "arm", ())[0].estimates
    for name, one in (("a", shown[0]), ("b", shown[1])):
        own = own_share(cohort, "arm", name)
        assert own.estimates[0] == one
        assert 100 * own.like == pytest.approx(one.estimate) and own.n == sum(one.n.values())
    first = own_share(cohort, "arm")
    assert (first.like, first.n, first.fewest) == (14 / 18, 18, 15)
    assert first.source == "the log of 18 people, Returned to activity in arm a"
    assert first.estimates[1].estimate == 10.0


def test_everyones_share_is_pooled(cohort):
    own = own_share(cohort)
    assert (own.like, own.n, own.fewest) == (20 / 33, 33, 35)
    assert own.source.endswith(f"in {EVERYONE}")


def test_a_fall_of_pain_can_be_what_counts(cohort):
    own = own_share(cohort, counts=Threshold(20.0))
    assert (own.like, own.n) == (12 / 35, 35)
    assert "Pain fell by 20 points or more" in own.source


def test_what_says_nothing_is_refused(cohort):
    with pytest.raises(ValueError, match="no group 'c'; choose a and b"):
        own_share(cohort, "arm", "c")
    with pytest.raises(ValueError, match="at least 10"):
        own_share(replace(cohort, table=cohort.table.head(9)))
    with pytest.raises(ValueError, match="same answer"):
        own_share(replace(cohort, table=cohort.table.head(14)))
    with pytest.raises(ValueError, match="no column 'leg'"):
        own_share(cohort, "leg")


def test_what_few_people_leave_open_carries_over_to_every_number(cohort):
    own = own_share(cohort)
    needed, least, seen = study(SharePlan(own.like, 25.0, lost=0.1), 60, own).estimates
    for one in (needed, least, seen):
        assert one.low < one.estimate < one.high and one.level == 0.95
    assert any("the share of 33 people leaves open" in said for said in needed.warnings)


def test_where_a_limit_of_the_share_has_no_number_the_interval_is_left_out_and_it_is_said(cohort):
    own = own_share(cohort, "arm", "a")
    needed, least, _ = study(SharePlan(own.like, 15.0), 40, own).estimates
    assert least.estimate is not None and least.low is None
    assert "at a limit of the share" in least.no_interval
    assert needed.low is not None
