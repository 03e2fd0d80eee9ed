"""What holds of every number of a comparison, whatever part of the page says it."""

import re
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from analysis.days import Days, reduce_log
from analysis.estimate import Estimate
from analysis.groups.asked import Asked
from analysis.groups.cohort import Cohort, cohort
from analysis.groups.comparison import compare
from analysis.groups.limits.banners import banners
from analysis.groups.limits.design import RESULTS
from analysis.groups.limits.qualified import qualified
from analysis.groups.parts import sections
from analysis.groups.people import MOST_GROUPS
from analysis.groups.weeks.mixed import mixed
from analysis.groups.weeks.slopes import own_slopes
from analysis.groups.weeks.tipping import tipping
from analysis.model import Log
from analysis.outcomes import outcomes
from tests.groups.gaussian import kept, pain_of
from tests.test_house import CAUSAL

MORE_CAUSAL = re.compile(
    r"\b(because of|leads?|led|due to|effects? of|thanks to|reduces?d?)\b", re.IGNORECASE
)
LOAD = re.compile(r"cumulative|so far|added up|total drops", re.I)
MADE = sorted({*RESULTS, "satisfied", "returned_to_activity", "left"} - {"left_out"})
ANSWERS = ("satisfied", "returned_to_activity", "left")


def days_of(n: int, seed: int, leave: float = 0.002, **columns) -> Days:
    """Return diaries of n people: surface x volume crossed, drops done, answers at the end."""
    rng = np.random.default_rng(seed)
    at = np.arange(n)
    pain = np.clip(pain_of(rng, at % 2, slopes=(-3.0, -2.0)), 0, 100)
    logged = kept(rng, pain, 0.12, leave, 0.6)
    who, day = np.nonzero(logged)
    names = np.array([f"p{i:03d}" for i in at])
    rows = pd.DataFrame({"person": names[who], "side": "left", "day": day.astype(float)})
    people = pd.DataFrame({"person": names, "side": "left"})
    fell = pain[:, :7].mean(axis=1) - pain[:, -7:].mean(axis=1) > 18
    yes = np.where(fell, "yes", "no")
    return reduce_log(
        Log().with_tables(
            pain=rows.assign(context="morning", vas=pain[logged]),
            sessions=rows.assign(exercise="heel drop", reps=rng.choice([45.0, 135.0], len(rows))),
            tendons=people.assign(satisfied=yes, returned_to_activity=yes, **columns),
            prescriptions=people.assign(
                day=0.0,
                surface=np.array(["flat", "step"])[at % 2],
                drops_per_day=np.array([90.0, 180.0])[at // 2 % 2],
            ),
        )
    )


def everything(told: Cohort) -> list[Estimate]:
    """Return every estimate of every section, and those of the weeks whatever shows them."""
    days, table, by = told.days, told.outcomes, told.asked.by
    weeks = [*own_slopes(days, table, by).estimates, *tipping(told.found).estimates]
    return [
        *told.found.estimates,
        *(one for _, section in sections(told) for one in section.estimates),
        *weeks,
    ]


def null_of(one: Estimate) -> float:
    """Return the value that means no difference on an estimate's scale."""
    return 50.0 if one.name.startswith("Chance that pain fell more") else 0.0


ASKED = [
    Asked("surface", margin=10.0),
    Asked("drops_per_day"),
    Asked("centre", margin=5.0),
    Asked("volume_of_three"),
]


@pytest.fixture(scope="module", params=[(12, 1), (44, 2), (60, 3)], ids="{0[0]} people".format)
def days(request) -> Days:
    n, seed = request.param
    rng = np.random.default_rng(seed)
    return days_of(n, seed, centre=rng.choice(list("xyz"), n), volume_of_three=rng.choice(3, n))


@pytest.mark.parametrize("asked", ASKED, ids=lambda asked: asked.by)
def test_interval_and_p_never_disagree(days, asked):
    both = 0
    for one in everything(cohort(days, asked)):
        assert (one.low is None) == (one.high is None)
        assert one.low is None or one.low <= one.estimate <= one.high
        if one.low is None or one.p is None:
            continue
        both += 1
        if one.method.startswith("two one-sided"):  # p is against the margin, at 5 % one-sided
            margin = asked.margin
            assert (one.p < 1 - 0.95) == (-margin < one.low and one.high < margin)
        else:
            assert (one.p < 1 - one.level) == (not one.low <= null_of(one) <= one.high), one
    assert both or len(days.tendons) < 20


def test_interval_and_p_of_the_mixed_model_agree():
    made = days_of(44, 5)
    told = cohort(made, Asked("surface"))
    for one in mixed(made, told.outcomes, "surface").estimates:
        if one.p is not None:
            assert (one.p < 0.05) == (not one.low <= 0 <= one.high)


@pytest.fixture(scope="module")
def answered() -> Days:
    """Return diaries of people whose answers at the end follow their pain."""
    return days_of(44, 6)


def by_result(days: Days, by: str) -> Cohort:
    """Return people compared by what is named so, cut into two where it is measured."""
    plain = cohort(days, Asked("surface"))
    column = plain.outcomes.table[by]
    known = column.dropna()
    if known.nunique() != 2:
        number = pd.to_numeric(column, errors="coerce").fillna(0.0)
        column = pd.Series(np.where(number.rank(method="first") > len(number) / 2, "high", "low"))
    # The numbers are made of a measured column, so the one cut from it stands beside it.
    named = by if by in ANSWERS else f"{by} at week 12"
    tendons = days.tendons.assign(**{named: column.to_numpy()})
    return cohort(replace(days, tendons=tendons), Asked(named, margin=10.0))


@pytest.mark.parametrize("by", MADE)
def test_groups_made_from_the_result_have_no_p_and_no_interval_between_them(by, answered):
    every = everything(by_result(answered, by))
    between = [one for one in every if " minus " in one.name]
    assert between
    assert {(one.low, one.high, one.p) for one in between} <= {(None, None, None)}
    assert [one.name for one in every if one.p is not None] == []


@pytest.mark.parametrize("by", sorted(RESULTS))
def test_a_result_itself_makes_no_groups_with_a_p(by, answered):
    """Asked for on the command line, where any column can be named."""
    table = outcomes(answered)
    two = table.table[by].copy()
    if by not in {"baseline", "end", "change", "left_out"}:
        two = pd.Series(np.where(np.arange(len(two)) % 2, "high", "low"))
    made = replace(table, table=table.table.assign(**{by: two}))
    if two.nunique() > MOST_GROUPS:
        with pytest.raises(ValueError, match="at most 10"):
            compare(made, by)
        return
    found = compare(made, by)
    assert [one.p for one in found.estimates if one.p is not None] == []


def test_nothing_is_tested_against_load_so_far(days):
    for one in everything(cohort(days, ASKED[0])):
        assert not (LOAD.search(one.name) and one.p is not None), one.name


@pytest.mark.parametrize("asked", ASKED, ids=lambda asked: asked.by)
def test_no_sentence_of_any_section_claims_a_cause(days, asked):
    told = cohort(days, asked)
    limiting = banners(told.outcomes, told.found, told.days)
    said = [told.found.sentence, qualified(limiting), *(one.sentence for one in limiting)]
    for title, section in sections(told):
        said += [title, section.title, section.note, section.sentence]
        said += [refused["why"] for refused in section.refused]
    for one in everything(told):
        said += [one.name, one.method, one.no_interval, *one.warnings]
    assert len(said) > 30
    assert [text for text in said if CAUSAL.search(text) or MORE_CAUSAL.search(text)] == []
