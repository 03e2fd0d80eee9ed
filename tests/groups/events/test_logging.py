"""Times that count logged days are not tested between groups that log unequally."""

import numpy as np

from analysis.groups.events.first_day import PainFree
from analysis.groups.events.logging import UNEQUAL
from analysis.groups.events.survival import time_to_pain_free
from tests.groups.gaussian import cohort


def found_with(missed):
    made = cohort(20, seed=3, slopes=(-5.0, -5.0), missed=np.repeat(missed, 20)[:, None])
    rule = PainFree(at_most=20, days=3)
    return time_to_pain_free(made.days, made.outcomes, "arm", rule)


def test_with_forty_and_ninety_five_percent_nothing_between_them_is_tested():
    found = found_with([0.6, 0.05])
    between = [one for one in found.estimates if " minus " in one.name]
    assert len(between) == 2
    assert all((one.low, one.p, one.no_interval) == (None, None, UNEQUAL) for one in between)
    assert any(one.low is not None for one in found.estimates)
    assert found.notes[0].startswith("Pain was logged on 4")
    shares = found.people.groupby("group")["logged"].mean()
    assert 0.35 < shares["a"] < 0.45 and 0.9 < shares["b"] < 1


def test_with_eighty_and_ninety_percent_they_are():
    found = found_with([0.2, 0.1])
    assert any(one.p is not None for one in found.estimates)
    assert not any("Pain was logged" in note for note in found.notes)
