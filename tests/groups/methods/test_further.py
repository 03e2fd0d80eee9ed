"""What opens on demand: the sections there are, what they withhold, and what they say."""

import ast
from dataclasses import replace
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from analysis.groups.comparison import compare
from analysis.groups.methods.further import by_share, further
from analysis.groups.methods.responders import Threshold
from analysis.groups.methods.sections import NO_MARGIN
from analysis.wording import say
from tests.groups.cohorts import outcomes_of, two_arms
from tests.test_house import CAUSAL

REPO = Path(__file__).resolve().parents[3]


def cohort(n: int, groups: int = 2, by: str = "arm", seed: int = 1, context: str = "morning"):
    rng = np.random.default_rng(seed)
    table = two_arms(n * groups // 2, seed).table.drop(columns=["change", "arm"])
    names = [60.0, 90.0, 180.0, 30.0] if by == "drops_per_day" else list("abcd")
    answer = pd.Series(rng.choice(["yes", "no", None], len(table)), dtype="str")
    told = {by: np.repeat(names[:groups], n), "returned_to_activity": answer}
    return replace(outcomes_of(table.assign(**told)), context=context)


def everything(outcomes, by="arm", margin=10.0, others=(), found=None):
    return (*further(outcomes, by, margin, others, found), *by_share(outcomes, by, found=found))


def estimates(sections):
    return [one for section in sections for one in section.estimates]


def titles(sections):
    return [section.title for section in sections]


def test_two_arms_open_every_method_that_two_groups_have():
    sections = everything(cohort(12))
    assert titles(sections) == [
        "Two questions, two answers",
        "Without a bell curve",
        "In standard deviations",
        "By the pain at the start",
        "Are the groups alike?",
        "Each group by itself",
        "Pain fell by 20 points or more",
        "Pain fell by 30 % of the start or more",
        "Returned to activity",
    ]
    answers = sections[0]
    assert answers.estimates == compare(cohort(12), "arm").estimates[:2]
    assert "Lord" in answers.note
    assert sections[-1].table.loc["not known"].sum() > 0


def test_a_comparison_given_is_not_made_anew():
    outcomes = cohort(12)
    found = compare(outcomes, "arm")
    other = replace(found, estimates=(replace(found.estimates[0], estimate=1.5), *found.estimates))
    assert further(outcomes, "arm", found=other)[0].estimates[0].estimate == 1.5


def test_below_ten_people_there_is_one_question_and_no_second_answer():
    assert "Two questions, two answers" not in titles(further(cohort(9), "arm"))


def test_without_a_margin_likeness_is_not_judged():
    section = next(s for s in further(cohort(12), "arm") if s.title == "Are the groups alike?")
    assert (section.estimates, section.note) == ((), NO_MARGIN)


def test_three_groups_are_tested_together_and_their_shares_are_not_tested_in_pairs():
    sections = everything(cohort(12, 3))
    assert "Any difference among all groups" in titles(sections)
    assert not any("permutation" in one.method for one in estimates(sections))
    assert not any("Boschloo" in one.method for one in estimates(sections))
    ranks = next(s for s in sections if s.title == "Without a bell curve")
    assert all("Over 3 pairs, Holm's p" in one.warnings[-1] for one in ranks.estimates)


def test_the_permutation_is_for_up_to_200_people():
    few, many = (estimates(further(cohort(n), "arm")) for n in (100, 101))
    assert [any("permutation" in one.method for one in found) for found in (few, many)] == [
        True,
        False,
    ]


@pytest.mark.parametrize("by", ["satisfied", "done_drops", "change", "reps_done", "left"])
@pytest.mark.parametrize("groups", [1, 2, 3])
def test_groups_made_from_the_result_or_from_the_load_done_have_no_p_and_no_interval_between(
    by, groups
):
    outcomes = cohort(12, groups)
    table = outcomes.table
    told = outcomes_of(table.assign(**{by: np.repeat([1.0, 2.0, 3.0][:groups], 12)}))
    sections = everything(told, by, others=[cohort(12, groups, context="after")])
    assert sections
    for one in estimates(sections):
        assert one.p is None
        if len(one.n) > 1:
            assert one.low is None and "made from the result" in one.no_interval
        assert not any(word in text for text in one.warnings for word in ("p =", "p <"))
    assert all("made from the result" in section.note for section in sections)


def test_what_the_comparison_withholds_is_withheld_here_too():
    outcomes = cohort(12)
    found = replace(compare(outcomes, "arm"), withheld=True)
    told = estimates(everything(outcomes, found=found))
    assert told and {one.p for one in told} == {None}
    assert {one.low for one in told if len(one.n) > 1} == {None}


@pytest.mark.parametrize("n", [2, 3, 4])
@pytest.mark.parametrize("by", ["arm", "drops_per_day"])
def test_below_five_people_nothing_has_an_interval_or_a_p(n, by):
    sections = everything(cohort(n, 4, by), by, others=[cohort(n, 4, by, context="after")])
    assert {(one.low, one.p) for one in estimates(sections)} <= {(None, None)}
    if n == 2:
        assert {one.estimate for one in estimates(sections)} <= {None}


def test_one_group_alone_has_its_own_p_and_the_note_that_nobody_stands_beside_it():
    section = further(cohort(12, 1), "arm")[-1]
    assert section.estimates[0].p < 0.05
    assert "nobody beside it" in section.note
    beside = further(cohort(12), "arm")[-1]
    assert {one.p for one in beside.estimates} == {None}


def test_the_family_names_every_outcome_and_keeps_the_primary_apart():
    others = [cohort(12, seed=s, context=c) for s, c in ((2, "after"), (3, "rest"))]
    section = next(
        s for s in further(cohort(12), "arm", others=others) if s.title == "Several outcomes"
    )
    assert [one.name.split(":")[0] for one in section.estimates] == ["morning", "after", "rest"]
    assert not any("Holm" in said for said in section.estimates[0].warnings)
    assert section.table["family"].tolist() == [2, 2, 2]


def test_thresholds_are_the_visitors_to_choose():
    sections = by_share(cohort(12), "arm", [Threshold(15)])
    shares = [title for title in titles(sections) if title.startswith("Pain fell")]
    assert shares == ["Pain fell by 15 points or more"]


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize(("n", "groups"), [(6, 2), (14, 2), (8, 3)])
def test_interval_and_p_of_one_estimate_never_disagree(seed, n, groups):
    for one in estimates(everything(cohort(n, groups, seed=seed))):
        if one.p is None or one.low is None or "one-sided" in one.method:
            continue
        nothing = 50 if one.name.startswith("Chance") else 0
        assert (one.p < 0.05) == (not one.low <= nothing <= one.high), say(one)


def test_no_sentence_claims_a_cause_and_everyone_is_counted():
    for groups, by in ((2, "arm"), (3, "drops_per_day"), (1, "arm")):
        sections = everything(cohort(12, groups, by), by)
        for section in sections:
            texts = [section.title, section.note]
            texts += [text for one in section.estimates for text in (say(one), *one.warnings)]
            assert not [text for text in texts if CAUSAL.search(text)]
        assert all(one.n and one.unit and one.method for one in estimates(sections))


def test_the_score_interval_of_two_shares_is_never_asked_for():
    asked = []
    for path in [*(REPO / "analysis").rglob("*.py"), *(REPO / "pages").rglob("*.py")]:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
            name = getattr(call.func, "id", getattr(call.func, "attr", ""))
            if name in ("confint_proportions_2indep", "test_proportions_2indep"):
                how = {key.arg: ast.literal_eval(key.value) for key in call.keywords}
                asked.append((name, how.get("method")))
    assert asked and set(asked) == {("confint_proportions_2indep", "newcomb")}
