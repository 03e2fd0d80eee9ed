"""Week by week: what is worked out, what is said of it, and what groups from a result lose."""

import re
from dataclasses import replace

import numpy as np
import pytest

from analysis.groups.asked import Asked
from analysis.groups.cohort import Cohort, cohort
from analysis.groups.methods.responders import Threshold
from analysis.groups.parts import PARTS, weeks
from analysis.groups.weeks import mixed as engine
from analysis.groups.weeks.mixed import FELL_BACK, mixed
from analysis.groups.weeks.population import population
from analysis.groups.weeks.sections import (
    GROUP_LINES,
    MODEL,
    NO_INTERVAL,
    NO_PAIR,
    NOBODY_MISSING,
    ONE_GROUP,
    SLOPES,
    STOPPED,
    TIPPING,
)
from analysis.groups.weeks.slopes import own_slopes
from analysis.groups.weeks.tipping import tipping
from tests.groups.gaussian import cohort as make
from tests.test_house import CAUSAL

LEAVING = {"leave": 0.0025, "with_pain": 0.9}


def asked_of(made, by: str = "arm", **asked) -> Cohort:
    """Return the cohort of simulated people, their arms under another name where one is given."""
    tendons = made.days.tendons.rename(columns={"arm": by})
    return cohort(replace(made.days, tendons=tendons), Asked(by, **asked))


def said(told: Cohort) -> dict:
    return {one.title: one for one in weeks.say(weeks.work(told))}


def words_of(section) -> str:
    warnings = [warning for one in section.estimates for warning in one.warnings]
    return " ".join([section.sentence, section.note, *warnings])


def test_it_stands_after_the_shares_and_asks_for_pain_and_groups():
    titles = [part.TITLE for part in PARTS]
    assert titles.index(weeks.TITLE) == titles.index("How many people's pain fell by so much?") + 1
    told = asked_of(make(6, seed=1))
    assert weeks.fits(told)
    nobody = told.found.people.assign(group=np.nan)
    assert not weeks.fits(replace(told, found=replace(told.found, people=nobody)))
    assert not weeks.fits(replace(told, outcomes=replace(told.outcomes, context="")))


def test_the_sections_hold_the_numbers_of_their_engines():
    told = asked_of(make(12, seed=3, **LEAVING))
    days, table = told.days, told.outcomes
    sections = said(told)
    assert list(sections) == [SLOPES, GROUP_LINES, STOPPED, MODEL, TIPPING]
    assert sections[SLOPES].estimates == own_slopes(days, table, "arm").estimates
    assert sections[GROUP_LINES].estimates == population(days, table, "arm")
    assert sections[MODEL].estimates == mixed(days, table, "arm").estimates
    assert sections[TIPPING].estimates == tipping(told.found).estimates


def test_too_few_people_for_the_model_are_said():
    told = asked_of(make(9, seed=3))
    assert weeks.work(told).model is None
    assert said(told)[MODEL].sentence == "Not fitted: fewer than 10 people in a group."


def test_the_mean_of_the_model_stands_beside_the_bare_one():
    told = weeks.work(asked_of(make(20, seed=6, **LEAVING)))
    last = told.model.weeks.query("week == 12").set_index("group")
    bare = told.means.query("week == 12").set_index("group")
    sentence = {one.title: one for one in weeks.say(told)}[MODEL].sentence
    for group in "ab":
        assert last.loc[group, "bare"] == pytest.approx(bare.loc[group, "mean"])
        assert (
            f"{group}: {last.loc[group, 'mean']:.0f} of 100 in all who began, as the model "
            f"expects, and {bare.loc[group, 'mean']:.0f} in the {bare.loc[group, 'n']} people"
        ) in sentence


def test_a_model_that_did_not_settle_says_that_it_fell_back(monkeypatch):
    monkeypatch.setattr(engine, "random_lines", lambda *_: None)
    section = said(asked_of(make(12, seed=9)))[MODEL]
    assert section.sentence == FELL_BACK
    own = own_slopes(make(12, seed=9).days, make(12, seed=9).outcomes, "arm").estimates[0]
    assert section.estimates[0].p == own.p


def test_who_stopped_is_counted_by_group_with_the_reasons_of_the_log():
    made = make(15, seed=6, **LEAVING)
    gone = made.outcomes.table["left"] == "yes"
    reasons = made.days.tendons["left_reason"].mask(gone, "too painful")
    reasons = reasons.mask(reasons.index == gone.idxmax(), None)
    told = asked_of(replace(made, days=_with_reasons(made.days, reasons)))
    section = said(told)[STOPPED]
    assert section.sentence.startswith(f"{gone.sum()} of 30 people stopped before week 12")
    assert section.table["stopped"].sum() == gone.sum()
    assert section.table["started"].tolist() == [15, 15]
    assert f"too painful ({gone.sum() - 1}), none (1)" in section.note


def _with_reasons(days, reasons):
    return replace(days, tendons=days.tendons.assign(left_reason=reasons))


def test_where_everybody_stays_nobody_is_supposed_to_hurt():
    sections = said(asked_of(make(6, seed=4, missed=0.0)))
    assert sections[STOPPED].sentence == "Nobody stopped before week 12."
    assert sections[TIPPING].sentence == NOBODY_MISSING
    assert sections[TIPPING].estimates == ()


def test_the_tipping_point_says_what_it_supposes_and_of_how_many():
    told = asked_of(make(20, seed=6, **LEAVING))
    section = said(told)[TIPPING]
    counts = told.found.counts.set_index("group")
    missing = counts["started"] - counts["in the number"]
    assert section.table["points more"].unique().tolist() == [0, 5, 10, 20]
    assert f"Missing: a {missing['a']} of 20, b {missing['b']} of 20 people." in section.note
    assert "Nobody knows the pain of those missing" in section.note


def test_without_a_difference_or_an_interval_nothing_can_tip():
    alone = asked_of(make(8, seed=6, arms=1, **LEAVING))
    assert said(alone)[TIPPING].sentence == ONE_GROUP
    assert said(alone)[GROUP_LINES].sentence == NO_PAIR
    few = make(4, seed=6, leave=0.02)
    assert said(asked_of(few))[TIPPING].sentence == NO_INTERVAL


def withheld_cohorts():
    """Return groups told by their name, and by their dates, to be made from the result."""
    made = make(24, seed=11, arms=3, **LEAVING)
    named = asked_of(made, by="responder")
    told = asked_of(made)
    assert named.found.withheld and not told.found.withheld
    return named, replace(told, found=replace(named.found, by="arm"))


@pytest.mark.parametrize("how", [0, 1], ids=["by name", "by dates"])
def test_groups_made_from_the_result_have_no_p_and_no_interval_between_them(how):
    told = weeks.work(withheld_cohorts()[how])
    sections = weeks.say(told)
    between = [one for s in sections for one in s.estimates if " minus " in one.name]
    assert len(between) == 9
    assert all((one.low, one.high, one.p) == (None, None, None) for one in between)
    assert all(one.estimate is not None for one in between)
    assert not re.search(r"\bp [=<] ?[0-9.]", " ".join(map(words_of, sections)))
    assert told.means[["low", "high"]].isna().all(axis=None)
    assert told.model.weeks[["low", "high"]].isna().all(axis=None)
    tables = [name for s in sections if s.table is not None for name in s.table]
    assert not any(name in ("interval from", "interval to", "from", "to") for name in tables)


def test_it_rests_on_no_choice_that_changes_nothing_in_it():
    some = Asked("arm", 8, "morning", None, 5.0, Threshold(30.0, "%"))
    assert weeks.rests_on(some) == Asked("arm", 8, "morning")


def test_no_sentence_has_a_causal_word():
    for n in (9, 12):
        sections = weeks.say(weeks.work(asked_of(make(n, seed=3, **LEAVING))))
        assert CAUSAL.findall(" ".join(map(words_of, sections))) == []
