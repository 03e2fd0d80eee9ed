"""The sections beside a comparison: each one method, its title, and what it asks."""

from collections.abc import Mapping, Sequence

import pandas as pd

from analysis.groups.ancova import ANCOVA
from analysis.groups.comparison import Comparison
from analysis.groups.differences import pairs
from analysis.groups.holm import beside_holm
from analysis.groups.methods.by_baseline import baseline_by_group
from analysis.groups.methods.equivalence import equivalence
from analysis.groups.methods.exact import permutation
from analysis.groups.methods.family import family, one_test
from analysis.groups.methods.many import kruskal, welch_anova
from analysis.groups.methods.pre_post import NO_CONTROL, NO_OWN_P, pre_post
from analysis.groups.methods.proportions import RETURNED, return_answers
from analysis.groups.methods.resampled import FROM, resampled
from analysis.groups.methods.responders import ONE_OF_MANY, Threshold, response
from analysis.groups.methods.shares import Answers, answer_table, compared
from analysis.groups.methods.standardised import hedges
from analysis.groups.methods.superiority import superiority
from analysis.groups.methods.two_shares import FOR_BOSCHLOO
from analysis.groups.people import counts
from analysis.groups.section import Section
from analysis.groups.withholding import BETWEEN
from analysis.outcomes import Outcomes

LORD = (
    "The first asks how far apart people end who began alike; the second how far each group "
    "moved. Where groups were not made by chance and began apart the two may disagree, and "
    "neither is the right one of itself (Lord 1967)."
)
RANKS = (
    "These lean on no bell curve: ranks alone, or the changes dealt out anew. They ask "
    "other questions than the means do, and may answer otherwise."
)
RESAMPLED = "The difference in people drawn anew (bootstrap)"
A_PICTURE = (
    "People of each group are drawn anew, the same one more than once, and the difference of mean "
    "changes is taken each time. A picture of how far it scatters; the headline stays the first "
    "number of this page."
)
ALL_AT_ONCE = "Whether there is any difference at all; which one, the pairs say."
SECOND = "A second line, for reading beside other studies: points of 100 come first."
NO_MARGIN = (
    "No margin was set. An interval that holds 0 does not show that groups are alike: set, "
    "before looking, the points below which a difference would not matter."
)
MARGIN = "The margin has to be set before the result is seen. Each pair stands alone."
BY_START = (
    "Whether the difference goes with the pain that people began with; from p < 0.1 it is "
    "shown at three starts."
)
FAMILY = (
    "The primary outcome is named before looking and keeps its p; beside each of the others "
    "stands Holm's p over all of them."
)
SHARES = "Shares by Wilson, differences by Newcombe; the test of two groups stands by itself."


def two_answers(found: Comparison) -> Section:
    """Return the differences with the baseline taken into account, and those of changes."""
    both = tuple(one for one in found.estimates if BETWEEN in one.name)
    shown = both if any(one.method == ANCOVA for one in both) else ()
    return Section("Two questions, two answers", shown, LORD)


def all_at_once(people: pd.DataFrame, names: list[str]) -> Section:
    """Return the tests of three groups and more together."""
    many = len(names) > 2
    found = (welch_anova(people, names), kruskal(people, names)) if many else ()
    return Section("Any difference among all groups", found, ALL_AT_ONCE)


def ranks(people: pd.DataFrame, names: list[str]) -> Section:
    """Return the chance of a larger fall for every pair, and for two groups the permutation.

    The permutation is for small studies: up to 200 people.
    """
    found = beside_holm([superiority(people, pair) for pair in pairs(names)])
    if len(names) == 2 and sum(counts(people, names).values()) <= FOR_BOSCHLOO:
        found = [*found, permutation(people, pairs(names)[0])]
    return Section("Without a bell curve", tuple(found), RANKS)


def drawn_anew(people: pd.DataFrame, names: list[str]) -> Section:
    """Return the bootstrap of two groups' difference; nothing where there are too few people."""
    found = resampled(people, pairs(names)[0]) if len(names) == 2 else None
    if found is None:
        return Section(RESAMPLED)
    one, counted = found
    return Section(RESAMPLED, (one,), A_PICTURE, counted.set_index(FROM))


def standardised(people: pd.DataFrame, names: list[str]) -> Section:
    """Return Hedges' g of every pair."""
    found = tuple(hedges(people, pair) for pair in pairs(names))
    return Section("In standard deviations", found, SECOND)


def by_start(people: pd.DataFrame, names: list[str]) -> Section:
    """Return how the difference of two groups goes with the baseline."""
    found = baseline_by_group(people, pairs(names)[0]) if len(names) == 2 else ()
    return Section("By the pain at the start", found, BY_START)


def alike_enough(people: pd.DataFrame, names: list[str], margin: float | None) -> Section:
    """Return every pair held against the margin; without one, what is needed."""
    title = "Are the groups alike?"
    if margin is None:
        return Section(title, (), NO_MARGIN)
    found = tuple(one.estimate for one in equivalence(people, names, margin))
    return Section(title, found, MARGIN)


def reached(people: pd.DataFrame, at: Threshold) -> Section:
    """Return the shares at one threshold, with those not known as a row of their own."""
    return _of_shares(at.words, response(people, at), ONE_OF_MANY)


def back_to_activity(outcomes: Outcomes, by: str) -> Section:
    """Return the shares that returned to activity, their differences and two groups' test."""
    told = return_answers(outcomes, by)
    known = any(one.known for one in told.values())
    return _of_shares(RETURNED, told, SHARES) if known else Section(RETURNED, ())


def _of_shares(what: str, told: Mapping[str, Answers], note: str) -> Section:
    return Section(what, compared(what, told), note, answer_table(told))


def each_group(people: pd.DataFrame, names: list[str]) -> Section:
    """Return what moved within each group."""
    alone = len(names) < 2
    found = tuple(one for name in names for one in pre_post(people, name, alone))
    return Section(
        "Each group by itself", found, NO_CONTROL if alone else f"{NO_CONTROL} {NO_OWN_P}"
    )


def several_outcomes(outcomes: Outcomes, by: str, others: Sequence[Outcomes]) -> Section:
    """Return the declared family: the primary, and Holm over the others."""
    title = "Several outcomes"
    told = {one.context: one_test(one, by) for one in (outcomes, *others)}
    found = {context: one for context, one in told.items() if one is not None}
    if len(found) < 2 or outcomes.context not in found:
        return Section(title, ())
    made = family(found, outcomes.context)
    return Section(title, (made.primary, *made.others), FAMILY, made.table)
