"""Groups that log unequally are not tested, those that lose people unequally with a caution."""

import numpy as np
import pandas as pd

from analysis.groups.comparison import compare
from analysis.groups.events.estimates import LOG_RANK
from analysis.groups.events.first_day import PainFree
from analysis.groups.events.survival import survival, time_to_pain_free
from analysis.groups.events.unequal import TOO_OFTEN, UNEQUAL
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


def test_where_one_group_loses_people_what_sets_them_apart_is_cautioned():
    hazard = np.repeat((0.012, 0.0), 20)[:, None]
    for leave, unequal in ((hazard, True), (0.0, False)):
        made = cohort(20, seed=5, slopes=(-5.0, -5.0), leave=leave, with_pain=0.6)
        found = time_to_pain_free(made.days, made.outcomes, "arm", PainFree(at_most=20, days=3))
        between = [one for one in found.estimates if " minus " in one.name]
        assert [one.method == LOG_RANK for one in between] == [False, True]
        told = [any(TOO_OFTEN in said for said in one.warnings) for one in between]
        assert told == [unequal, unequal]
        keys = {one.key for one in banners(made.outcomes, compare(made.outcomes, "arm"), made.days)}
        assert ("unequal loss" in keys) == unequal


def test_both_stand_beside_each_other():
    told = pd.DataFrame({"group": np.repeat(["a", "b"], 8), "day": np.arange(16.0) + 5})
    told = told.assign(happened=np.arange(16) % 3 > 0, left_out="", person=told.index.astype(str))
    told = told.assign(logged=np.repeat([0.4, 0.9], 8))
    found = survival(told, "arm", 4, "pain free", "a rule", lost="Lost.")
    between = [one for one in found.estimates if " minus " in one.name]
    assert {one.no_interval for one in between} == {UNEQUAL}
    assert all("Lost." in one.warnings for one in between)
