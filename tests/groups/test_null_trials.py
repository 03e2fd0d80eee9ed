"""How often a default analysis finds something where nothing is true: every scenario, every one."""

import pytest

from analysis.groups.limits.banners import SURVIVORS, banners
from analysis.groups.limits.qualified import WORDS, qualified
from tests.groups.gaussian import too_many
from tests.groups.null_trials import SCENARIOS, UNEQUAL_LEAVING, alarms, studies

ALWAYS = {"headline", "three groups", "own slopes", "ranks", "permutation", "shares", "log-rank"}
DOSE = {"after", "week", "correlation", "reverse"}
CELLS = {"surface", "volume", "interaction"}
EXPECTED = {name: {*ALWAYS, *DOSE, *CELLS} for name in SCENARIOS}
EXPECTED["aliased"] = {*ALWAYS, *DOSE, "packages"}
EXPECTED["unequal logging"] = {*ALWAYS, *DOSE} - {"log-rank"}
"""What must have a p in half of the trials of 20 people a surface, so that nothing is untested."""


def check(name: str, each: int, runs: int, seed: int) -> None:
    false, told = alarms(SCENARIOS[name], each, runs, seed)
    if each == 20:
        assert {one for one, n in told.items() if 2 * n >= runs} >= EXPECTED[name]
    assert {one: (false[one], n) for one, n in told.items() if too_many(false[one], n)} == {}


@pytest.mark.parametrize("name", SCENARIOS)
def test_nothing_is_found_where_nothing_is_true(name):
    check(name, each=20, runs=8, seed=1)


@pytest.mark.full
@pytest.mark.parametrize("each", [8, 12, 20])
@pytest.mark.parametrize("name", SCENARIOS)
def test_nothing_is_found_in_hundreds_of_trials_where_nothing_is_true(name, each):
    check(name, each, runs=150, seed=2)


@pytest.mark.parametrize("scenario", [SCENARIOS["the sorer leave"], UNEQUAL_LEAVING])
def test_where_people_leave_the_banner_is_there_and_the_headline_is_read_with_it(scenario):
    for told in studies(scenario, 20, runs=3, seed=4):
        limiting = banners(told.outcomes, told.found, told.days)
        keys = {one.key for one in limiting}
        assert "leavers" in keys and WORDS[SURVIVORS] in qualified(limiting)
        if scenario is UNEQUAL_LEAVING:
            assert "unequal loss" in keys
