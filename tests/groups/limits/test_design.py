"""What a design allows is worked out from the data, and said before the number is used."""

import re

import numpy as np
import pandas as pd
import pytest

from analysis.groups.comparison import compare
from analysis.groups.limits.design import group_columns, made_from_result
from tests.groups.cohorts import outcomes_of, two_arms

CAUSAL = re.compile(r"\b(caus|because of|leads? to|led to|due to|effect of|thanks to)", re.I)


def cells(surface, volume, n=6, **more):
    rng = np.random.default_rng(2)
    frame = pd.DataFrame({"surface": np.repeat(surface, n), "drops_per_day": np.repeat(volume, n)})
    size = len(frame)
    told = {"baseline": rng.normal(60, 9, size), "end": rng.normal(40, 9, size)}
    return frame.assign(**told, **more)


def test_volume_that_always_goes_with_a_surface_is_named_as_inseparable():
    found = compare(outcomes_of(cells(["flat", "step"], [90, 180], 12)), "drops_per_day")
    assert [item["what"] for item in found.refused] == ["surface"]
    assert "90 a day with flat and 180 a day with step" in found.refused[0]["why"]


def test_a_filled_two_by_two_is_not():
    table = cells(["flat", "flat", "step", "step"], [90, 180, 90, 180])
    assert compare(outcomes_of(table), "surface").refused == ()


def test_one_person_in_the_missing_cell_is_enough_to_separate_by_rank():
    table = cells(["flat", "step"], [90, 180], 12)
    table.loc[0, "drops_per_day"] = 180
    assert compare(outcomes_of(table), "surface").refused == ()


def test_a_protocol_is_not_checked_against_its_own_parts_but_against_the_site():
    table = cells(["flat", "step"], [90, 180], 12)
    table = table.assign(
        protocol=np.where(table["surface"] == "flat", "Jonsson", "Alfredson"),
        site=np.where(table["surface"] == "flat", "insertional", "midportion"),
    )
    assert [i["what"] for i in compare(outcomes_of(table), "protocol").refused] == ["site"]


def test_a_dose_that_tells_the_surface_is_inseparable_from_it():
    table = cells(["flat", "flat", "step"], [60, 90, 180], 12)
    (refused,) = compare(outcomes_of(table), "surface").refused
    assert refused["what"] == "drops_per_day"
    assert "flat with 60 or 90 a day and step with 180 a day" in refused["why"]
    dummies = [pd.get_dummies(table[c], dtype=float) for c in ("surface", "drops_per_day")]
    assert np.linalg.matrix_rank(np.column_stack(dummies)) == 3, "the third dose adds no rank"


def test_an_arm_that_names_surface_and_dose_together_is_not_held_against_the_surface():
    arms = np.repeat(["flat 90", "flat 180", "step 90", "step 180"], 6)
    table = cells(["flat", "flat", "step", "step"], [90, 180, 90, 180], arm=arms)
    assert compare(outcomes_of(table), "surface").refused == ()


def test_two_factors_may_tell_a_third_together_though_neither_does_alone():
    table = cells(["flat", "step", "flat"], [90, 90, 90])
    knee, site = ["straight", "bent", "bent"], ["insertional", "insertional", "midportion"]
    table = table.assign(knee=np.repeat(knee, 6), site=np.repeat(site, 6))
    refused = compare(outcomes_of(table), "surface").refused
    assert [item["what"] for item in refused] == ["knee", "site"]
    assert refused[0]["why"].startswith("Knee and site together tell the surface of everyone")
    model = [pd.get_dummies(table[c], dtype=float) for c in ("surface", "knee", "site")]
    assert np.linalg.matrix_rank(np.column_stack(model)) == 3, "four are needed to fit all three"
    fourth = pd.concat([table, table.head(1).assign(site="midportion")], ignore_index=True)
    assert compare(outcomes_of(fourth), "surface").refused == ()


def test_a_constant_is_no_factor():
    table = cells(["flat", "step"], [90, 90], 12, site="insertional")
    assert compare(outcomes_of(table), "surface").refused == ()


@pytest.mark.parametrize("by", ["satisfied", "responder", "returned_to_activity", "completed"])
def test_groups_made_from_the_result_get_neither_interval_nor_p(by):
    outcomes = two_arms(20, difference=-30.0)
    table = outcomes.table.assign(**{by: np.where(outcomes.table["arm"] == "a", "yes", "no")})
    found = compare(outcomes_of(table), by)
    between = [one for one in found.estimates if " minus " in one.name]
    assert between
    for one in between:
        assert (one.low, one.high, one.p) == (None, None, None)
        assert "made from the result" in one.no_interval
    assert found.refused[0]["what"] == by


def test_a_withheld_interval_is_said_as_whole_sentences():
    outcomes = two_arms(20, difference=-30.0)
    satisfied = np.where(outcomes.table["arm"] == "a", "yes", "no")
    found = compare(outcomes_of(outcomes.table.assign(satisfied=satisfied)), "satisfied")
    assert "people. No interval: these groups were made from the result" in found.sentence
    said = [found.sentence, *found.estimates[0].as_dict()["warnings"], found.refused[0]["why"]]
    for text in said:
        assert text.endswith(".") and ".." not in text


@pytest.mark.parametrize(
    ("name", "from_result"),
    [
        ("left", True),
        ("left early", True),
        ("response", True),
        ("achieved_volume", True),
        ("left_leg", False),
        ("dominant left", False),
        ("healthy_insurance", False),
    ],
)
def test_a_column_is_known_by_its_name_to_come_from_the_result(name, from_result):
    assert made_from_result(name) == from_result


def test_unequal_baselines_are_named_as_standardised_differences_and_never_tested():
    outcomes = two_arms(12)
    table = outcomes.table
    a = table["arm"] == "a"
    table = table.assign(baseline=table["baseline"] + 15 * a).drop(columns="change")
    (warning,) = [w for w in compare(outcomes_of(table), "arm").warnings if "at the start" in w]
    x, y = table.loc[a, "baseline"], table.loc[~a, "baseline"]
    smd = (x.mean() - y.mean()) / np.sqrt((x.var() + y.var()) / 2)
    assert f"{smd:.2f} standard deviations" in warning
    assert " p " not in warning


@pytest.mark.parametrize(("n", "said"), [(12, "Both are shown."), (8, "Only the second is")])
def test_unequal_baselines_name_only_the_differences_that_are_shown(n, said):
    table = two_arms(n).table.drop(columns="change")
    table = table.assign(baseline=table["baseline"] + 15 * (table["arm"] == "a"))
    (warning,) = [w for w in compare(outcomes_of(table), "arm").warnings if "at the start" in w]
    assert said in warning


def test_groups_that_lose_people_unequally_are_named():
    outcomes = two_arms(12)
    gone = np.where(outcomes.table.index < 4, "stopped logging before week 12", "")
    found = compare(outcomes_of(outcomes.table.assign(left_out=gone)), "arm")
    assert any("lost people unequally" in warning for warning in found.warnings)
    assert found.counts.set_index("group")["in the number"].to_dict() == {"a": 8, "b": 12}


def test_one_group_is_described_and_not_compared():
    found = compare(outcomes_of(two_arms(12).table.assign(arm="a")), "arm")
    assert [one.name for one in found.estimates] == ["Mean change in a"]
    assert found.estimates[0].p is None
    assert "nobody to compare" in found.refused[0]["why"]


def test_two_tendons_are_one_person_and_the_worse_stands_for_them():
    outcomes = two_arms(10)
    twin = outcomes.table.head(1).assign(side="right", baseline=99.0, change=-1.0)
    found = compare(outcomes_of(pd.concat([outcomes.table, twin], ignore_index=True)), "arm")
    assert len(found.people) == 20
    assert found.people["baseline"].max() == 99.0
    assert any("two tendons" in warning for warning in found.warnings)


def test_the_worse_tendon_stands_for_a_person_also_where_it_has_no_end():
    outcomes = two_arms(10)
    gone = {"baseline": 99.0, "end": np.nan, "change": np.nan}
    twin = outcomes.table.head(1).assign(side="right", left_out="no reading at week 12", **gone)
    found = compare(outcomes_of(pd.concat([outcomes.table, twin], ignore_index=True)), "arm")
    assert found.estimates[0].n == {"a": 9, "b": 10}
    assert [(o.reason, o.n) for o in found.estimates[0].left_out] == [("no reading at week 12", 1)]


def test_several_people_with_two_tendons_are_said_in_good_english():
    outcomes = two_arms(10)
    twins = outcomes.table.head(2).assign(side="right", baseline=1.0)
    found = compare(outcomes_of(pd.concat([outcomes.table, twins], ignore_index=True)), "arm")
    assert found.warnings[0].startswith("2 people with two tendons in the log")


def test_one_group_says_who_is_not_in_its_number():
    table = two_arms(12).table.assign(arm="a")
    gone = np.where(table.index < 4, "no reading at week 12", "")
    (own,) = compare(outcomes_of(table.assign(left_out=gone)), "arm").estimates
    assert own.n == {"a": 20}
    assert [(out.reason, out.n) for out in own.left_out] == [("no reading at week 12", 4)]


def test_a_column_of_many_values_makes_no_groups():
    outcomes = two_arms(12)
    with pytest.raises(ValueError, match="'age' has 24 values; at most 10"):
        compare(outcomes_of(outcomes.table.assign(age=np.arange(24))), "age")


def test_an_unknown_column_names_those_there_are():
    with pytest.raises(ValueError, match="choose one of"):
        compare(two_arms(5), "colour")


def test_columns_offered_have_two_to_ten_values_and_are_no_results():
    table = two_arms(12).table.assign(age=np.arange(24), mood="good", note="x")
    assert group_columns(outcomes_of(table)) == ["arm"]


@pytest.mark.parametrize("n", [2, 4, 7, 12])
def test_no_sentence_claims_a_cause_and_an_interval_over_zero_stays_open(n):
    found = compare(two_arms(n), "arm")
    said = [found.sentence, *found.warnings, *(item["why"] for item in found.refused)]
    assert not [text for text in said if CAUSAL.search(text)]
    top = found.estimates[0]
    if top.low is not None and top.low < 0 < top.high:
        assert "Both directions remain possible" in found.sentence
