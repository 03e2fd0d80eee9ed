"""Between groups made from the result no interval and no p stand."""

from dataclasses import replace

from analysis.estimate import Estimate
from analysis.groups.comparison import compare
from analysis.groups.holm import beside_holm
from analysis.groups.withholding import as_allowed
from tests.groups.cohorts import two_arms


def test_what_a_name_does_not_tell_can_be_withheld_all_the_same():
    found = compare(two_arms(12), "arm").estimates
    bare = as_allowed(found, "arm", withheld=True)
    assert as_allowed(found, "arm") == found
    assert [one.estimate for one in bare] == [one.estimate for one in found]
    between = [one for one in bare if " minus " in one.name]
    assert between and all((one.low, one.p) == (None, None) for one in between)
    assert bare[-1] == found[-1], "a group's own change stays as it is"


def test_no_p_stands_beside_a_bare_difference_either():
    pair = Estimate("a minus b", "t", 3.0, "points", {"a": 9}, low=0.5, high=5.5, p=0.02)
    told = replace(pair, warnings=("Few people.",))
    bare = as_allowed(beside_holm([told, told]), "satisfied")
    assert [one.warnings for one in bare] == [("Few people.",)] * 2
