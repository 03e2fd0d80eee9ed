"""The day of an event: rules are counted as they are written, and unknown days stay unknown."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.days import reduce_log
from analysis.groups.events.first_day import PainFree, pain_free, returned
from analysis.model import Log
from analysis.outcomes import outcomes
from tests.diaries import START


def first_run(readings: dict[int, float], rule: PainFree) -> float | None:
    """Return the day the rule is met, by walking through the days one at a time."""
    run, before = 0, None
    for day, vas in sorted(readings.items()):
        if before is not None and day - before > rule.longest_gap:
            run = 0
        run = run + 1 if vas <= rule.at_most else 0
        before = day
        if run >= rule.days:
            return day
    return None


def of(people: dict[str, dict[int, float]], rule: PainFree | None = None) -> pd.DataFrame:
    rows = [(p, day, vas) for p, told in people.items() for day, vas in told.items()]
    pain = pd.DataFrame(rows, columns=["person", "day", "vas"])
    arms = pd.DataFrame({"person": list(people), "arm": "x"})
    days = reduce_log(Log().with_tables(pain=pain, tendons=arms))
    return pain_free(days, outcomes(days), "arm", rule)[0].set_index("person")


DIARY = st.dictionaries(
    st.integers(0, 40), st.sampled_from([0.0, 10.0, 10.5, 60.0]), min_size=1, max_size=30
)
RULES = st.builds(PainFree, days=st.integers(1, 4), longest_gap=st.integers(1, 5))


@given(st.lists(DIARY, min_size=1, max_size=4), RULES)
@settings(max_examples=30, deadline=None)
def test_the_day_is_the_one_found_by_walking_through_the_diary(diaries, rule):
    people = {f"p{i}": told for i, told in enumerate(diaries)}
    found = of(people, rule)
    for name, told in people.items():
        wanted = first_run(told, rule)
        assert found.loc[name, "happened"] == (wanted is not None)
        assert found.loc[name, "day"] == (max(told) if wanted is None else wanted)


def test_the_run_counts_from_its_last_day_and_ten_is_still_free():
    found = of({"a": {day: 50.0 if day < 5 else 10.0 for day in range(20)}})
    assert (found.loc["a", "day"], found.loc["a", "happened"]) == (11, True)


def test_days_before_day_0_are_no_part_of_a_run():
    found = of({"a": dict.fromkeys(range(-10, 4), 0.0)})
    assert (found.loc["a", "day"], found.loc["a", "happened"]) == (3, False)


def test_a_long_gap_breaks_the_run():
    calm = {**dict.fromkeys(range(4), 0.0), **dict.fromkeys(range(14, 18), 0.0)}
    assert not of({"a": calm}).loc["a", "happened"]
    assert of({"a": calm}, PainFree(longest_gap=11)).loc["a", "day"] == 16


def test_visits_are_left_out_with_the_reason():
    pain = pd.DataFrame({"person": "a", "week": [0, 6, 12], "vas": [60.0, 5.0, 0.0]})
    log = Log().with_tables(pain=pain, tendons=pd.DataFrame({"person": ["a"], "arm": ["x"]}))
    days = reduce_log(log)
    told = pain_free(days, outcomes(days), "arm")[0].iloc[0]
    assert "visits" in told["left_out"]
    assert np.isnan(told["day"]) and not told["happened"]


def test_the_rule_is_said_in_words():
    assert str(PainFree(at_most=15, days=1)).startswith(
        "Pain free: VAS at most 15 on 1 logged day one after another, none more than 7 days"
    )


@pytest.fixture
def came_back():
    after = {"early": 20, "late": 70, "before": -3}
    names = [*after, "no", "unknown", "undated"]
    rows = [(p, day, 40.0) for p in names for day in range(60 if p != "unknown" else 30)]
    pain = pd.DataFrame(rows, columns=["person", "day", "vas"])
    pain = pain.assign(felt_at=START + pd.to_timedelta(pain["day"], unit="D"))
    tendons = pd.DataFrame({"person": names, "arm": "x"}).assign(
        returned_on=[START + pd.Timedelta(days=after[n]) if n in after else pd.NaT for n in names],
        returned_to_activity=["yes"] * 3 + ["no", None, "yes"],
    )
    log = Log().with_tables(pain=pain.drop(columns="day"), tendons=tendons)
    days = reduce_log(log, START.date())
    return returned(days, outcomes(days), "arm")[0].set_index("person")


def test_a_return_counts_on_its_day_also_after_the_last_logged_one(came_back):
    assert came_back.loc[["early", "late"], "day"].tolist() == [20, 70]
    assert came_back.loc[["early", "late"], "happened"].all()


def test_who_has_no_day_of_return_is_followed_to_the_last_logged_day(came_back):
    assert came_back.loc[["no", "unknown"], "day"].tolist() == [59, 29]
    assert not came_back.loc[["no", "unknown"], "happened"].any()


def test_a_return_whose_day_is_not_known_is_left_out(came_back):
    assert came_back.loc["undated", "left_out"] == "back on a day that is not in the log"
    assert came_back.loc["before", "left_out"] == "back before day 0"
    assert came_back.loc[["undated", "before"], "day"].isna().all()
