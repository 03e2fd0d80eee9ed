"""Variant and volume are told apart where all four combinations have people, else not."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from analysis.groups.comparison import compare
from analysis.groups.crossing.cell_model import CELL_ANCOVA, CELL_WELCH
from analysis.groups.crossing.crossed import Factors
from analysis.groups.crossing.factorial import factorial
from tests.groups.cohorts import outcomes_of
from tests.groups.crossings import FOUR, PACKAGES, crossing, even, with_surface, without
from tests.groups.gaussian import cohorts, too_many
from tests.test_house import CAUSAL

VOLUME = "drops_per_day"
UNEVEN = dict(zip(FOUR, (12, 15, 11, 19), strict=True))


def dense(table: pd.DataFrame) -> dict[str, tuple[float, float, float, float]]:
    """Return value, limits and p of the three contrasts from matrices, cells as columns."""
    flat, much = (table["surface"] == "flat").to_numpy(), (table["drops_per_day"] == 180).to_numpy()
    cells = [flat & much, flat & ~much, ~flat & much, ~flat & ~much]
    start = table["baseline"].to_numpy()
    x = np.column_stack([*cells, start]).astype(float)
    bread = np.linalg.inv(x.T @ x)
    beta = bread @ x.T @ table["end"].to_numpy()
    residual = table["end"].to_numpy() - x @ beta
    leverage = np.array([row @ bread @ row for row in x])
    meat = sum(
        np.outer(row, row) * (e / (1 - h)) ** 2
        for row, e, h in zip(x, residual, leverage, strict=True)
    )
    covariance = bread @ meat @ bread
    df = len(table) - 5
    found = {}
    for name, weights in {
        "surface": [0.5, 0.5, -0.5, -0.5, 0],
        "volume": [0.5, -0.5, 0.5, -0.5, 0],
        "interaction": [1, -1, -1, 1, 0],
    }.items():
        w = np.array(weights)
        value, se = w @ beta, np.sqrt(w @ covariance @ w)
        half = stats.t.ppf(0.975, df) * se
        found[name] = (value, value - half, value + half, 2 * stats.t.sf(abs(value / se), df))
    return found


def numbers(one) -> tuple:
    return one.estimate, one.low, one.high, one.p


@pytest.mark.parametrize("seed", [1, 2])
def test_the_ancova_agrees_with_one_written_out_in_matrices(seed):
    made = crossing(UNEVEN, seed, apart=(-9.0, 4.0, -12.0))
    wanted = dense(made.table)
    found = factorial(made).estimates[:3]
    for one, want in zip(found, wanted.values(), strict=True):
        assert one.method == CELL_ANCOVA
        assert numbers(one) == pytest.approx(want, rel=1e-9, abs=1e-12)
    assert [one.name for one in found] == [
        "flat minus step, averaged over volume",
        "180 a day minus 90 a day, averaged over surface",
        "(flat minus step at 180 a day) minus (the same at 90 a day)",
    ]
    assert found[0].n == {
        "flat at 180 a day": 15,
        "flat at 90 a day": 12,
        "step at 180 a day": 19,
        "step at 90 a day": 11,
    }


def test_the_cells_ends_are_those_of_people_who_began_alike():
    made = crossing(UNEVEN, 3)
    found = factorial(made)
    table = made.table.assign(
        cell=made.table["surface"] + " at " + made.table["drops_per_day"].map("{:.0f} a day".format)
    )
    dummies = pd.get_dummies(table["cell"], dtype=float)
    centred = table["baseline"] - table["baseline"].mean()
    beta = np.linalg.lstsq(np.column_stack([dummies, centred]), table["end"], rcond=None)[0]
    assert found.means["cell"].tolist() == list(dummies)
    assert found.means["adjusted_end"].tolist() == pytest.approx(beta[:4].tolist())
    assert found.means["n"].tolist() == dummies.sum().tolist()
    assert found.cells.to_numpy().tolist() == [[12, 15], [11, 19]]


def test_each_factor_alone_is_welchs_t_where_the_other_has_no_part():
    made = crossing(even(7), 4)
    found = factorial(made).estimates
    assert {one.method for one in found} == {CELL_WELCH}
    means = made.table.groupby(["surface", "drops_per_day"])["change"].agg(["mean", "var"])
    mean, var = means["mean"].to_numpy(), means["var"].to_numpy() / 7
    assert found[0].estimate == pytest.approx((mean[0] + mean[1] - mean[2] - mean[3]) / 2)
    df = var.sum() ** 2 / (var**2 / 6).sum()
    half = stats.t.ppf(0.975, df) * np.sqrt(var.sum())
    assert found[2].high - found[2].estimate == pytest.approx(half)
    assert found[0].high - found[0].estimate == pytest.approx(half / 2)
    assert any("Very small" in text for text in found[0].warnings)


@given(st.integers(0, 10_000), st.floats(-30, 30), st.floats(-30, 30), st.floats(-30, 30))
@settings(max_examples=15, deadline=None)
def test_what_is_added_to_a_factor_is_found_in_it_and_nowhere_else(seed, flat, much, both):
    plain = factorial(crossing(even(10), seed)).estimates
    found = factorial(crossing(even(10), seed, apart=(flat, much, both))).estimates
    moved = [b.estimate - a.estimate for a, b in zip(plain, found, strict=True)]
    assert moved == pytest.approx(2 * [flat + both / 2, much + both / 2, both], abs=1e-8)


@pytest.mark.parametrize(("n", "number", "interval"), [(3, True, False), (5, True, True)])
def test_the_fewest_people_of_a_cell_decide_what_is_given(n, number, interval):
    found = factorial(crossing({**even(20), FOUR[0]: n})).estimates[0]
    assert (found.estimate is not None, found.low is not None) == (number, interval)
    assert found.p is not None or not interval


def test_a_cell_of_two_people_is_not_filled():
    found = factorial(crossing({**even(12), FOUR[2]: 2}))
    assert not found.filled
    assert "step at 90 a day (2 now)" in found.needed
    assert all("averaged over" not in one.name for one in found.estimates)


def test_packages_get_one_difference_and_no_factor_is_given_it():
    made = crossing(
        even(15, PACKAGES),
        site=with_surface("insertional", "midportion"),
        knee=with_surface("straight", "bent"),
        protocol=with_surface("Jonsson", "Alfredson"),
    )
    found = factorial(made)
    assert not found.filled
    assert {item["what"] for item in found.refused} == {"surface", "knee", "drops_per_day", "site"}
    top = found.estimates[0]
    assert top.name == "flat at 90 a day minus step at 180 a day"
    assert numbers(top) == numbers(compare(made, "surface").estimates[0])
    assert found.cells.to_numpy().tolist() == [[15, 0], [0, 15]]
    assert found.needed == (
        "To tell surface from volume, people would be needed in: "
        "flat at 180 a day (0 now) and step at 90 a day (0 now)."
    )
    for word in ("surface", "knee", "volume", "site", "packages"):
        assert word in found.sentence


def test_with_three_cells_a_pair_that_differs_in_one_factor_is_not_refused_by_that_pair():
    found = factorial(crossing(even(12, FOUR[:3])))
    assert not found.filled
    assert {item["what"] for item in found.refused} == {"surface", "drops_per_day"}
    assert all("flat at 180 a day and step at 90 a day" in i["why"] for i in found.refused)
    assert "step at 180 a day (0 now)" in found.needed


def test_a_site_that_goes_with_the_surface_is_named_in_its_difference():
    found = factorial(crossing(even(12), site=with_surface("insertional", "midportion")))
    assert [item["what"] for item in found.refused] == ["site"]
    assert found.estimates[0].name == "flat minus step (and site), averaged over volume"
    assert found.estimates[1].name == "180 a day minus 90 a day, averaged over surface"


def test_a_site_that_changes_crosswise_cannot_be_told_from_the_interaction():
    def crosswise(table):
        same = (table["surface"] == "flat") == (table["drops_per_day"] == 90)
        return np.where(same, "insertional", "midportion")

    found = factorial(crossing(even(12), site=crosswise))
    assert [item["what"] for item in found.refused] == ["site"]
    assert found.estimates[0].name == "flat minus step, averaged over volume"
    assert found.estimates[2].name.endswith("(and site)")


def test_an_arm_that_names_the_four_cells_is_not_held_against_them():
    arm = crossing(
        even(12), arm=lambda t: t["surface"] + t["drops_per_day"].astype("int64").astype("str")
    )
    assert factorial(arm).refused == ()


def test_the_variant_is_the_plainest_column_with_two_values():
    assert factorial(crossing(even(5))).factors == ("surface", "drops_per_day")
    knees = crossing(even(5), knee=with_surface("bent", "straight")).table
    step = outcomes_of(knees.assign(surface="step"))
    assert factorial(step).factors == ("knee", "drops_per_day")
    assert factorial(step, Factors(second="surface", first="drops_per_day")).factors[0] == VOLUME


def test_groups_made_from_the_result_are_no_factor():
    made = crossing(even(12), satisfied=with_surface("yes", "no"))
    found = factorial(made, Factors(first="satisfied"))
    assert found.estimates == ()
    assert [item["what"] for item in found.refused] == ["satisfied"]


def test_three_values_of_a_factor_are_said_and_compared_as_packages():
    sizes = {("flat", 60): 6, ("flat", 90): 6, ("step", 180): 6}
    found = factorial(crossing(sizes))
    assert not found.filled
    assert "3 values of volume" in found.needed
    assert len([one for one in found.estimates if " minus " in one.name]) == 3


def test_one_volume_alone_leaves_a_difference_of_surfaces_at_it():
    found = factorial(crossing(even(12, FOUR[::2])))
    assert found.estimates[0].name == "flat at 90 a day minus step at 90 a day"
    assert found.refused == ()
    assert found.needed.endswith("here are 2 values of surface and 1 value of volume.")


def test_without_a_volume_there_is_nothing_to_cross():
    made = crossing(even(12)).table.assign(drops_per_day=np.nan)
    found = factorial(outcomes_of(made))
    assert (found.estimates, found.filled, found.cells.size) == ((), False, 0)
    assert found.sentence.startswith("Nobody has a value")


def test_too_many_combinations_are_said_and_not_compared():
    sizes = {(s, v): 3 for s in ("flat", "low lift", "step") for v in (30, 60, 90, 180)}
    found = factorial(crossing(sizes))
    assert found.estimates == ()
    assert "12 combinations" in found.sentence
    assert found.cells.shape == (3, 4)


def test_people_without_a_volume_are_left_out_with_a_reason():
    made = crossing(even(12))
    volume = made.table["drops_per_day"].mask(made.table.index < 2)
    found = factorial(outcomes_of(made.table.assign(drops_per_day=volume)))
    assert sum(found.estimates[0].n.values()) == 46
    assert [out.n for out in found.estimates[0].left_out] == [2]


def test_an_interaction_that_may_be_there_is_said_with_both_differences():
    found = factorial(crossing(even(20), 5, apart=(0.0, 0.0, -40.0)))
    (said,) = [text for text in found.warnings if "may depend on volume" in text]
    assert "An average over both then describes neither" in said
    assert factorial(crossing(even(20), 5, apart=(-40.0, 0.0, 0.0))).warnings == ()


@pytest.mark.parametrize("cells", [FOUR, PACKAGES])
@pytest.mark.parametrize("n", [2, 4, 7, 12])
def test_no_sentence_claims_a_cause(cells, n):
    found = factorial(crossing(even(n, cells)))
    said = [found.sentence, found.needed, *found.warnings, *(i["why"] for i in found.refused)]
    assert [text for text in said if CAUSAL.search(text)] == []
    assert ".." not in found.sentence and "nan" not in found.sentence


def test_without_scatter_there_is_a_number_and_no_interval():
    table = crossing(even(12)).table.drop(columns="change")
    found = factorial(outcomes_of(table.assign(end=table["baseline"] - 7))).estimates
    assert {one.method for one in found} == {CELL_WELCH}
    assert [one.estimate for one in found] == pytest.approx([0, 0, 0], abs=1e-9)
    assert [one.low for one in found] == [None] * 3


def alarms(runs: int, sizes, **more) -> tuple[np.ndarray, list[str]]:
    """Return by estimate of the headline how often p was below .05, and their names."""
    found = [factorial(crossing(sizes, 100 + seed, **more)) for seed in range(runs)]
    first = found[0].estimates[0].method
    tops = [[one for one in told.estimates if one.method == first and one.p] for told in found]
    return np.array([[one.p < 0.05 for one in top] for top in tops]).sum(axis=0), [
        one.name for one in tops[0]
    ]


RUNS = [80, pytest.param(600, marks=pytest.mark.full)]


@pytest.mark.parametrize("runs", RUNS)
@pytest.mark.parametrize("sizes", [even(12), UNEVEN, even(6)], ids=["even", "uneven", "small"])
def test_where_nothing_is_true_few_alarms_are_false(runs, sizes):
    false, names = alarms(runs, sizes)
    assert len(names) == 3
    assert not any(too_many(int(k), runs) for k in false)
    assert (false > 0).all()


@pytest.mark.parametrize("runs", RUNS)
def test_packages_hold_their_alarms_and_never_name_a_factor_alone(runs):
    false, names = alarms(runs, even(14, PACKAGES), site=with_surface("a", "b"))
    assert names == ["flat at 90 a day minus step at 180 a day"]
    assert not too_many(int(false[0]), runs)


@pytest.mark.parametrize("runs", [80, pytest.param(400, marks=pytest.mark.full)])
def test_cells_that_log_unequally_hold_their_alarms(runs):
    """Two cells miss half of their days, and those with more pain stop sooner."""
    missed = np.repeat([0.1, 0.5, 0.1, 0.5], 12)
    made = cohorts(runs, 12, seed=11, arms=4, missed=missed, leave=0.001, with_pain=0.3)
    false, told = np.zeros(3, dtype=int), 0
    for one in made:
        cells = np.array(FOUR, dtype=object)[one.arm]
        table = one.outcomes.table.assign(surface=cells[:, 0], drops_per_day=cells[:, 1])
        table = table.drop(columns="arm").astype({"drops_per_day": "float64"})
        top = factorial(replace(one.outcomes, table=table)).estimates[:3]
        told += len(top) == 3 and top[0].p is not None
        false += [estimate.p is not None and estimate.p < 0.05 for estimate in top]
    assert told > 0.8 * runs
    assert not any(too_many(int(k), told) for k in false)


@given(st.lists(st.integers(0, 14), min_size=4, max_size=4), st.integers(0, 99))
@settings(max_examples=20, deadline=None)
def test_a_factor_has_a_p_of_its_own_only_where_all_four_cells_have_people(sizes, seed):
    found = factorial(crossing(dict(zip(FOUR, sizes, strict=True)), seed))
    own = [one for one in found.estimates if "averaged over" in one.name]
    assert bool(own) == (min(sizes) >= 3) == found.filled
    assert all((one.p is not None) == (min(sizes) >= 5) for one in own)
    diagonal = min(sizes[0], sizes[3]) >= 3 and max(sizes[1], sizes[2]) < 3
    if diagonal:
        refused = {item["what"] for item in found.refused}
        assert {"surface", "drops_per_day"} <= refused
    assert bool(found.needed) != found.filled


def test_lost_people_change_the_numbers_of_their_own_cell_only():
    made = crossing(even(14))
    gone = without(made, made.table.index < 3)
    n = factorial(gone).estimates[0].n
    assert n == {**dict.fromkeys(n, 14), "flat at 90 a day": 11}
