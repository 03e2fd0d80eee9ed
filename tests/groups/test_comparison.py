"""A comparison as a whole: its headline, what it says, and what it refuses to say."""

import re

import numpy as np
import pandas as pd
import pytest

from analysis.days import reduce_log
from analysis.groups.comparison import Comparison, compare
from analysis.groups.methods.further import by_share
from analysis.model import Log
from analysis.outcomes import outcomes
from analysis.reading import Source, read
from session import EXAMPLES
from tests.groups.cohorts import outcomes_of, two_arms
from tests.test_house import CAUSAL

MORE_CAUSAL = re.compile(r"\b(because|leads?|led|due to|effects? of|thanks to|reduces?d?)\b", re.I)


def between(found: Comparison) -> list:
    return [one for one in found.estimates if " minus " in one.name]


def sentences(found: Comparison) -> list[str]:
    own = [text for one in found.estimates for text in (*one.warnings, one.no_interval, one.name)]
    return [found.sentence, *found.warnings, *(item["why"] for item in found.refused), *own]


def arms_of(*sizes: int, seed: int = 5):
    rng = np.random.default_rng(seed)
    arm = np.repeat(list("abcdef")[: len(sizes)], sizes)
    told = {"baseline": rng.normal(60, 9, len(arm)), "end": rng.normal(40, 9, len(arm))}
    return outcomes_of(pd.DataFrame({"arm": arm, **told}))


def example(folder, key: str):
    files = [Source(name, (folder / name).read_bytes()) for name in EXAMPLES[key].files]
    return outcomes(reduce_log(read(files).log))


@pytest.fixture
def trial(real):
    told = pd.read_csv(real("trial/neck_pain_by_week.csv"), dtype={"person": "str"})
    arms = told.drop_duplicates("person")[["person", "laser"]]
    log = Log().with_tables(pain=told.assign(vas=100 * told["vas"]), tendons=arms)
    return compare(outcomes(reduce_log(log)), "laser")


def test_the_real_trial_has_its_published_differences(trial):
    ancova, welch = trial.estimates[:2]
    found = [(one.estimate, one.low, one.high) for one in (ancova, welch)]
    assert found[0] == pytest.approx((-23.48, -31.88, -15.07), abs=0.005)
    assert found[1] == pytest.approx((-29.33, -38.22, -20.45), abs=0.005)
    assert ancova.n == welch.n == {"active": 45, "sham": 45}
    assert ancova.name == welch.name == "active minus sham"


def test_the_real_trial_is_said_in_one_sentence(trial):
    assert trial.sentence == (
        "At week 12 pain was 23 points of 100 lower in active than in sham, baseline taken into "
        "account (95 % interval −32 to −15; 45 and 45 people)."
    )
    assert [text for text in sentences(trial) if CAUSAL.search(text)] == []


@pytest.mark.parametrize(
    ("sizes", "method", "number", "interval"),
    [
        ((2, 30), "difference of mean changes", False, False),
        ((3, 30), "difference of mean changes", True, False),
        ((4, 30), "difference of mean changes", True, False),
        ((5, 30), "Welch", True, True),
        ((9, 30), "Welch", True, True),
        ((10, 30), "ANCOVA", True, True),
        ((2, 30, 30), "difference of mean changes", False, False),
        ((5, 30, 30), "Games-Howell", True, True),
        ((9, 30, 30), "Games-Howell", True, True),
        ((10, 30, 30), "ANCOVA", True, True),
    ],
)
def test_the_smallest_group_decides_what_is_offered(sizes, method, number, interval):
    top = compare(arms_of(*sizes), "arm").estimates[0]
    assert top.method.startswith(method)
    assert (top.estimate is not None, top.low is not None) == (number, interval)
    assert (top.p is not None) == interval


def test_an_interval_from_five_to_nine_people_is_called_frail():
    for n, said in ((5, True), (9, True), (10, False)):
        changes = [e for e in compare(arms_of(n, 30), "arm").estimates if "Welch" in e.method]
        assert any("Very small" in text for text in changes[0].warnings) == said


def test_every_pair_of_three_groups_stands_once_with_each_method():
    names = [one.name for one in between(compare(arms_of(12, 11, 10), "arm"))]
    assert names == 2 * ["a minus b", "a minus c", "b minus c"]
    assert len(between(compare(arms_of(5, 6, 7, 8), "arm"))) == 6


def test_the_order_of_people_and_a_shift_of_all_pain_change_nothing():
    before = arms_of(11, 13, 12)
    table = before.table.sample(frac=1, random_state=3).drop(columns="change")
    after = outcomes_of(table.assign(baseline=table["baseline"] + 7, end=table["end"] + 7))
    for one, other in zip(
        compare(before, "arm").estimates, compare(after, "arm").estimates, strict=True
    ):
        assert (one.name, one.method, one.n) == (other.name, other.method, other.n)
        numbers = [[e.estimate, e.low, e.high] for e in (one, other)]
        assert numbers[1] == pytest.approx(numbers[0], rel=1e-9, abs=1e-9)
        assert other.p == (one.p if one.p is None else pytest.approx(one.p, rel=1e-9))


def test_the_same_people_under_other_names_turn_the_difference_around():
    first = arms_of(12, 12)
    turned = first.table.assign(arm=first.table["arm"].map({"a": "b", "b": "a"}))
    one, other = (compare(o, "arm").estimates[0] for o in (first, outcomes_of(turned)))
    assert (other.estimate, other.low, other.high) == pytest.approx(
        (-one.estimate, -one.high, -one.low)
    )


def test_without_scatter_around_the_line_nothing_is_made_of_rounding():
    table = two_arms(12).table.drop(columns="change").assign(end=40.0)
    found = compare(outcomes_of(table), "arm")
    assert not any(one.method.startswith("ANCOVA") for one in found.estimates)
    parallel = table.assign(end=table["baseline"] - np.where(table["arm"] == "a", 7.0, 0.0))
    found = compare(outcomes_of(parallel), "arm")
    assert not any(one.method.startswith("ANCOVA") for one in found.estimates)
    assert found.estimates[0].estimate == pytest.approx(-7.0)
    assert (found.estimates[0].low, found.estimates[0].p) == (None, None)


def test_a_column_without_a_value_is_not_called_the_same_for_everyone():
    table = two_arms(6).table.assign(arm=pd.Series([None] * 12, dtype="str"))
    found = compare(outcomes_of(table), "arm")
    assert found.estimates == ()
    assert (
        found.sentence
        == found.refused[0]["why"]
        == ("Nobody has a value in the column that makes the groups.")
    )
    assert found.counts["started"].tolist() == [12]


def test_long_numbers_keep_their_groups_apart():
    table = two_arms(6).table
    centre = np.where(table["arm"] == "a", 1000001, 1000002)
    found = compare(outcomes_of(table.assign(centre=centre)), "centre")
    assert found.estimates[0].name == "1000002 minus 1000001"


def returned(told, by):
    return [one for section in by_share(told, by, ()) for one in section.estimates]


def test_of_three_groups_made_from_the_result_no_pair_has_an_interval_or_p():
    outcomes_ = arms_of(12, 12, 12)
    satisfied = outcomes_.table["arm"].map({"a": "yes", "b": "no", "c": "partly"})
    made = outcomes_of(outcomes_.table.assign(satisfied=satisfied, returned_to_activity="yes"))
    found = compare(made, "satisfied")
    shares = [one for one in returned(made, "satisfied") if " minus " in one.name]
    assert len(between(found)) == len(shares) == 3
    for one in (*between(found), *shares):
        assert (one.low, one.high, one.p) == (None, None, None)
    assert not re.search(r"\bp [=<]|interval −?\d", " ".join(sentences(found)))


def test_the_aliased_example_names_what_goes_together_and_the_trial_does_not(examples):
    aliased = compare(example(examples, "aliased"), "drops_per_day")
    why = {item["what"]: item["why"] for item in aliased.refused}
    assert {"surface", "knee", "site"} <= set(why)
    assert "90 a day with flat and 180 a day with step always go together" in why["surface"]
    assert "how much of it is volume and how much surface cannot be told" in why["surface"]
    crossed = example(examples, "trial")
    for by in ("surface", "drops_per_day"):
        assert compare(crossed, by).refused == ()


def test_a_protocol_is_not_held_against_its_own_parts(examples):
    for key in ("aliased", "trial"):
        named = {item["what"] for item in compare(example(examples, key), "protocol").refused}
        assert not named & {"protocol", "variant", "surface", "knee", "drops_per_day"}


@pytest.mark.parametrize("key", ["aliased", "trial"])
def test_no_sentence_about_an_example_claims_a_cause(examples, key):
    told = example(examples, key)
    said = []
    for by in ("protocol", "drops_per_day", "surface", "returned_to_activity"):
        said += sentences(compare(told, by))
        said += [text for one in returned(told, by) for text in (*one.warnings, one.no_interval)]
    assert len(said) > 20
    for text in said:
        assert not CAUSAL.search(text)
        assert not MORE_CAUSAL.search(text)


@pytest.mark.parametrize("sizes", [(2, 2), (4, 4), (8, 8), (12, 12), (6, 6, 6), (12, 12, 12), (9,)])
def test_no_sentence_claims_a_cause_whatever_the_groups(sizes):
    for seed in range(5):
        for text in sentences(compare(arms_of(*sizes, seed=seed), "arm")):
            assert not CAUSAL.search(text)
            assert not MORE_CAUSAL.search(text)


def test_an_unequal_start_is_never_tested():
    table = arms_of(12, 12).table.drop(columns="change")
    table = table.assign(baseline=table["baseline"] + 30 * (table["arm"] == "a"))
    found = compare(outcomes_of(table), "arm")
    (warning,) = [text for text in found.warnings if "at the start" in text]
    assert "standard deviations" in warning
    assert not re.search(r"\bp\b|significan|interval", warning)


def test_people_left_out_are_said_with_the_number_they_are_not_in():
    outcomes_ = arms_of(14, 12)
    reason = np.where(outcomes_.table.index < 3, "no reading at week 12", "")
    found = compare(outcomes_of(outcomes_.table.assign(left_out=reason)), "arm")
    for one in between(found):
        assert one.n == {"a": 11, "b": 12}
        assert [(o.reason, o.n) for o in one.left_out] == [("no reading at week 12", 3)]
    assert any("a 21 %, b 0 %" in text for text in found.warnings)
    assert found.counts["started"].tolist() == [14, 12]
