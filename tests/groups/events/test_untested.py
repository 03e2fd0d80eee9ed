"""Times are not tested between groups that log, or lose people, unequally."""

import numpy as np
import pandas as pd
import pytest

from analysis.groups.comparison import compare
from analysis.groups.events.estimates import LOG_RANK
from analysis.groups.events.first_day import PainFree
from analysis.groups.events.survival import survival, time_to_pain_free
from analysis.groups.events.untested import LOST, UNEQUAL
from analysis.groups.limits.banners import banners
from tests.groups.gaussian import cohort


def found_with(missed):
    made = cohort(20, seed=3, slopes=(-5.0, -5.0), missed=np.repeat(missed, 20)[:, None])
    rule = PainFree(at_most=20, days=3)
    return time_to_pain_free(made.days, made.outcomes, "arm", rule)


def test_with_forty_and_ninety_five_percent_nothing_between_them_is_tested():
    found = found_with([0.6, 0.05])
    between = [one for one in found.estimates if " minus " in one.name]
    assert len(between) == 2
    assert all((one.low, one.p) == (None, None) for one in between)
    assert all(one.no_interval.startswith(UNEQUAL) for one in between)
    assert any(one.low is not None for one in found.estimates)
    assert found.notes[0].startswith("Pain was logged on 4")
    shares = found.people.groupby("group")["logged"].mean()
    assert 0.35 < shares["a"] < 0.45 and 0.9 < shares["b"] < 1


def test_with_eighty_and_ninety_percent_they_are():
    found = found_with([0.2, 0.1])
    assert any(one.p is not None for one in found.estimates)
    assert not any("Pain was logged" in note for note in found.notes)


@pytest.mark.parametrize(("leave", "unequal"), [((0.012, 0.0), True), ((0.0, 0.0), False)])
def test_where_one_group_loses_people_nothing_between_them_is_tested(leave, unequal):
    hazard = np.repeat(leave, 20)[:, None]
    made = cohort(20, seed=5, slopes=(-5.0, -5.0), leave=hazard, with_pain=0.6)
    found = time_to_pain_free(made.days, made.outcomes, "arm", PainFree(at_most=20, days=3))
    between = [one for one in found.estimates if " minus " in one.name]
    assert [one.method == LOG_RANK for one in between] == [False, True]
    assert all((one.no_interval == LOST) == unequal for one in between)
    assert all((one.low is None and one.p is None) == unequal for one in between)
    keys = {one.key for one in banners(made.outcomes, compare(made.outcomes, "arm"), made.days)}
    assert ("unequal loss" in keys) == unequal
    assert any("lost people unequally" in note for note in found.notes) == unequal
    assert any(one.low is not None for one in found.estimates if one not in between)


def test_both_reasons_stand_beside_each_other():
    told = pd.DataFrame({"group": np.repeat(["a", "b"], 8), "day": np.arange(16.0) + 5})
    told = told.assign(happened=np.arange(16) % 3 > 0, left_out="", person=told.index.astype(str))
    told = told.assign(logged=np.repeat([0.4, 0.9], 8))
    found = survival(told, "arm", 4, "pain free", "a rule", lost="Lost.")
    assert {one.no_interval for one in found.estimates if " minus " in one.name} == {
        f"{UNEQUAL}; {LOST}"
    }
    assert found.notes[1] == "Lost."
