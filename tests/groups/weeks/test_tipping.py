"""Those missing may have had more pain: the headline at 0, and on from there."""

import numpy as np
import pandas as pd
import pytest

from analysis.groups.comparison import compare
from analysis.groups.weeks.tipping import tipping
from tests.groups.cohorts import outcomes_of, two_arms


def with_missing(outcomes, lost: dict[str, int]):
    """Return the outcomes with the end of the first people of each arm missing."""
    place = outcomes.table.groupby("arm").cumcount()
    gone = place < outcomes.table["arm"].map(lost)
    told = outcomes.table.assign(
        end=outcomes.table["end"].mask(gone),
        left_out=np.where(gone, "stopped logging before week 12", ""),
    )
    return outcomes_of(told.drop(columns="change"))


def rows_of(found, more: float, given_to: str):
    told = found.table
    (row,) = told[(told["more"] == more) & (told["given_to"] == given_to)].to_dict("records")
    return row


@pytest.mark.parametrize("n", [8, 15])
def test_with_no_more_pain_it_is_the_headline(n):
    missing = with_missing(two_arms(n), {"a": 2, "b": 1})
    top, first = compare(missing, "arm").estimates[0], tipping(compare(missing, "arm")).estimates[0]
    assert (first.estimate, first.low, first.high) == pytest.approx(
        (top.estimate, top.low, top.high), rel=1e-9
    )
    assert first.p == pytest.approx(top.p, rel=1e-6)
    assert first.n == top.n and first.left_out == top.left_out


def test_more_pain_in_those_missing_moves_the_difference_by_their_share():
    found = tipping(compare(with_missing(two_arms(15), {"a": 6, "b": 3}), "arm"))
    start = found.table["estimate"].iloc[0]
    assert rows_of(found, 10, "a")["estimate"] - start == pytest.approx(10 * 6 / 15)
    assert rows_of(found, 10, "b")["estimate"] - start == pytest.approx(-10 * 3 / 15)
    assert rows_of(found, 20, "both groups")["estimate"] - start == pytest.approx(20 * 3 / 15)


def test_the_difference_is_that_of_means_with_the_missing_filled_in():
    missing = with_missing(two_arms(9), {"a": 3, "b": 1})
    told = missing.table
    mean = told.groupby("arm")["change"].transform("mean")
    more = 20.0 * (told["arm"] == "a")
    filled = told["change"].fillna(mean + more).groupby(told["arm"]).mean()
    found = rows_of(tipping(compare(missing, "arm")), 20, "a")
    assert found["estimate"] == pytest.approx(filled["a"] - filled["b"])


def test_the_standard_error_is_that_of_resampled_people():
    missing = with_missing(two_arms(60, seed=4), {"a": 20, "b": 6})
    told = missing.table
    rng = np.random.default_rng(1)
    values = [told.loc[told["arm"] == arm, "change"].to_numpy() for arm in "ab"]

    def mean(change, more):
        drawn = change[rng.integers(0, len(change), (4000, len(change)))]
        share = np.isnan(drawn).mean(axis=1)
        return np.nanmean(drawn, axis=1) + share * more

    wanted = (mean(values[0], 20.0) - mean(values[1], 0.0)).std()
    welch = next(e for e in compare(missing, "arm").estimates if "Welch" in e.method)
    without = (welch.high - welch.low) / 2 / 1.99
    extra = 20**2 * (1 / 3) * (2 / 3) / 60
    assert np.sqrt(without**2 + extra) == pytest.approx(wanted, rel=0.05)
    found = tipping(compare(missing, "arm"))
    low0, high0 = found.table.iloc[0][["low", "high"]]
    row = rows_of(found, 20, "a")
    widths = np.array([high0 - low0, row["high"] - row["low"]]) / 2
    assert widths[1] ** 2 - widths[0] ** 2 == pytest.approx(extra * 1.98**2, rel=0.01)


def test_where_it_tips_is_said():
    missing = with_missing(two_arms(30, difference=-9.0, seed=2), {"a": 12, "b": 2})
    found = tipping(compare(missing, "arm"))
    assert found.table["finding"].iloc[0] == "lower"
    assert [rows_of(found, more, "a")["finding"] for more in (10, 20)] == ["lower", "open"]
    assert found.sentences == (
        "a minus b: the finding tips with 20 points more pain in those missing from a.",
    )


def test_with_nobody_missing_nothing_tips():
    found = tipping(compare(two_arms(12), "arm"))
    assert found.table["estimate"].nunique() == 1
    assert "stays with up to 20 points more pain" in found.sentences[0]


def test_without_an_interval_there_is_nothing_to_tip():
    made = two_arms(12).table
    satisfied = outcomes_of(made.assign(satisfied=made["arm"]))
    told = compare(satisfied, "satisfied"), compare(two_arms(4), "arm")
    for found in map(tipping, told):
        assert (found.estimates, len(found.table), found.sentences) == ((), 0, ())


def test_of_three_groups_each_pair_has_its_own():
    rng = np.random.default_rng(7)
    arm = np.repeat(["a", "b", "c"], 8)
    table = pd.DataFrame({"arm": arm, "baseline": rng.normal(60, 9, 24)})
    made = outcomes_of(table.assign(end=rng.normal(40, 9, 24)))
    missing = with_missing(made, {"a": 1, "b": 1, "c": 1})
    found = tipping(compare(missing, "arm"))
    assert found.table["pair"].unique().tolist() == ["a minus b", "a minus c", "b minus c"]
    assert all(one.method.startswith("Welch") for one in found.estimates)
