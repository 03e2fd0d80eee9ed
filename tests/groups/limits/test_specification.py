"""The strip of windows holds the number shown, and what the others give."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from analysis.days import reduce_log
from analysis.groups.comparison import compare
from analysis.groups.limits.specification import is_steady, moved, specification
from analysis.model import Log
from analysis.outcomes import Options, outcomes
from tests.groups.gaussian import DAYS, cohort, log_of
from tests.test_house import CAUSAL


def logged_by(pain: np.ndarray, arm: np.ndarray, first: int = 0):
    """Return the days and outcomes of pain by person and day, the first column day ``first``."""
    log = log_of(pain, np.ones(pain.shape, dtype=bool), arm)
    told = log.pain.assign(day=log.pain["day"] + first)
    days = reduce_log(log.with_tables(pain=told, tendons=log.tendons))
    return days, outcomes(days)


def arms(n: int, seed: int = 1, days: int = DAYS):
    rng = np.random.default_rng(seed)
    arm = np.repeat([0, 1], n)
    return arm, rng.normal(60, 10, 2 * n)[:, None] + rng.normal(0, 4, (2 * n, days))


@pytest.mark.parametrize("n", [4, 7, 12])
def test_the_windows_shown_give_the_headline_of_the_comparison(n):
    made = cohort(n, seed=3)
    strip = specification(made.days, made.outcomes, "arm")
    (shown,) = strip[strip["shown"]].to_dict("records")
    top = compare(made.outcomes, "arm").estimates[0]
    assert (shown["pair"], shown["method"]) == (top.name, top.method)
    wanted = [np.nan if v is None else v for v in (top.estimate, top.low, top.high)]
    assert [shown[c] for c in ("estimate", "low", "high")] == pytest.approx(wanted, nan_ok=True)
    assert shown["n"] == sum(top.n.values())


@pytest.mark.parametrize(("n", "method"), [(12, "ANCOVA"), (7, "Games-Howell")])
def test_pairs_of_three_groups_are_those_of_the_comparison(n, method):
    made = cohort(n, seed=5, arms=3)
    strip = specification(made.days, made.outcomes, "arm")
    found = [e for e in compare(made.outcomes, "arm").estimates if e.method.startswith(method)]
    shown = strip[strip["shown"]]
    assert shown["pair"].tolist() == [one.name for one in found]
    for name in ("estimate", "low", "high"):
        wanted = [getattr(one, name) for one in found]
        assert shown[name].tolist() == pytest.approx(wanted)


def test_every_window_is_the_mean_of_its_days():
    arm, pain = arms(6)
    days, found = logged_by(pain, arm)
    strip = specification(days, found, "arm").set_index("end")
    assert strip["baseline"].unique().tolist() == ["first week"]
    for name, (first, last) in {
        "week 12": (77, 84),
        "week 11": (70, 77),
        "weeks 11 to 12": (70, 84),
        "weeks 9 to 12": (56, 84),
    }.items():
        change = pain[:, first:last].mean(axis=1) - pain[:, :7].mean(axis=1)
        wanted = change[arm == 0].mean() - change[arm == 1].mean()
        assert strip.loc[name, "estimate"] == pytest.approx(wanted)
    assert len(strip) == 4


def test_with_days_before_the_start_there_are_three_baselines():
    arm, pain = arms(6, days=DAYS + 14)
    days, found = logged_by(pain, arm, first=-14)
    assert found.baseline_kind == "before the start"
    strip = specification(days, found, "arm")
    assert strip["baseline"].value_counts().to_dict() == {
        "two weeks before the start": 4,
        "before the start": 4,
        "first week": 4,
    }
    assert strip.loc[strip["shown"], ["baseline", "end"]].to_numpy().tolist() == [
        ["before the start", "week 12"]
    ]
    change = pain[:, 14 + 77 : 14 + 84].mean(axis=1) - pain[:, :14].mean(axis=1)
    wanted = change[arm == 0].mean() - change[arm == 1].mean()
    assert strip.iloc[0]["estimate"] == pytest.approx(wanted)


def test_at_visits_week_0_is_the_only_baseline():
    rng = np.random.default_rng(1)
    rows = [(f"p{i}", week, rng.uniform(20, 80)) for i in range(14) for week in (0, 11, 12)]
    pain = pd.DataFrame(rows, columns=["person", "week", "vas"])
    tendons = pd.DataFrame({"person": [f"p{i}" for i in range(14)], "arm": ["a", "b"] * 7})
    days = reduce_log(Log().with_tables(pain=pain, tendons=tendons))
    strip = specification(days, outcomes(days), "arm").set_index("end")
    assert strip["baseline"].unique().tolist() == ["week 0"]
    wide = pain.pivot(index="person", columns="week", values="vas").loc[tendons["person"]]
    end = wide[[11, 12]].mean(axis=1) - wide[0]
    wanted = end[::2].mean() - end[1::2].mean()
    assert strip.loc["weeks 11 to 12", "estimate"] == pytest.approx(wanted)
    assert strip["shown"].to_dict() == {name: name == "week 12" for name in strip.index}


def test_an_end_never_begins_before_its_baseline_is_over():
    arm, pain = arms(6, days=14)
    days = logged_by(pain, arm)[0]
    strip = specification(days, outcomes(days, Options(week=2)), "arm")
    assert strip["end"].tolist() == ["week 2"]


def test_a_finding_that_rests_on_the_last_week_is_flagged():
    arm, pain = arms(15, seed=4)
    pain[arm == 0, 77:] -= 30
    days, found = logged_by(pain, arm)
    strip = specification(days, found, "arm")
    assert strip.set_index("end")["finding"].to_dict()["week 12"] == "lower"
    assert strip.set_index("end")["finding"].to_dict()["week 11"] == "open"
    assert not is_steady(strip)
    (said,) = moved(strip)
    assert "3 other choices of windows" in said and "the finding in" in said
    assert not CAUSAL.search(said)


def test_a_difference_there_all_along_is_steady():
    arm, pain = arms(15, seed=4)
    pain[arm == 0, 40:] -= 30
    strip = specification(*logged_by(pain, arm), "arm")
    assert strip["finding"].tolist() == ["lower"] * 4
    assert is_steady(strip)
    assert moved(strip)[0].endswith("Neither sign nor finding turns.")


def test_groups_made_from_the_result_have_differences_and_no_finding():
    made = cohort(12, seed=3)
    table = made.outcomes.table
    told = replace(made.outcomes, table=table.assign(satisfied=table["arm"]))
    strip = specification(made.days, told, "satisfied")
    (shown,) = strip.loc[strip["shown"], "estimate"]
    assert shown == pytest.approx(compare(told, "satisfied").estimates[0].estimate)
    assert strip["estimate"].notna().all()
    assert strip[["low", "high", "finding"]].isna().all(axis=None)


def test_without_pain_or_with_one_group_the_strip_is_empty():
    made = cohort(4, seed=1)
    one = replace(made.outcomes, table=made.outcomes.table.assign(arm="a"))
    strip = specification(made.days, one, "arm")
    assert strip.empty and moved(strip) == () and is_steady(strip)
