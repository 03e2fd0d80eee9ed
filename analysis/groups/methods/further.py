"""What opens on demand beside a comparison: the other methods, each saying what it asks."""

from collections.abc import Sequence
from dataclasses import replace

from analysis.estimate import Estimate
from analysis.groups.comparison import Comparison, compare
from analysis.groups.limits.design import WITHHELD, made_from_result
from analysis.groups.methods import sections
from analysis.groups.methods.responders import USUAL, Threshold
from analysis.groups.people import in_order, one_each
from analysis.groups.section import Section
from analysis.groups.withholding import as_allowed
from analysis.outcomes import Outcomes


def further(
    outcomes: Outcomes,
    by: str,
    margin: float | None = None,
    others: Sequence[Outcomes] = (),
    found: Comparison | None = None,
) -> tuple[Section, ...]:
    """Return the sections beside the comparison of the groups that a column makes.

    A section with neither number nor table nor reason is left out. Groups made from the
    result, and those for which the comparison withholds it, have no p, and no interval
    between them.

    Parameters
    ----------
    margin : float or None
        Points VAS within which groups would count as the same, set beforehand.
    others : sequence of Outcomes
        The other outcomes of the declared family, of other contexts of pain; the
        primary is ``outcomes``.
    found : Comparison or None
        What ``compare`` gave for the same outcomes and column; None has it made anew.

    Raises
    ------
    ValueError
        Where there is no such column, or it has more than 10 values.
    """
    people, _ = one_each(outcomes, by)
    names = in_order(people["group"])
    found = found or compare(outcomes, by)
    alone = sections.each_group(people, names)
    if found.withheld or made_from_result(by):
        return _described([alone])
    if len(names) < 2:
        return _worth([alone])
    made = [
        sections.two_answers(found),
        sections.all_at_once(people, names),
        sections.ranks(people, names),
        sections.drawn_anew(people, names),
        sections.standardised(people, names),
        sections.by_start(people, names),
        sections.alike_enough(people, names, margin),
        sections.several_outcomes(outcomes, by, others),
        alone,
    ]
    return _worth(made)


def by_share(
    outcomes: Outcomes,
    by: str,
    thresholds: Sequence[Threshold] = USUAL,
    found: Comparison | None = None,
) -> tuple[Section, ...]:
    """Return how many of each group reached each threshold, and how many are back in activity.

    Withheld as by :func:`further`; ``found`` as there.

    Raises
    ------
    ValueError
        Where there is no such column, or it has more than 10 values.
    """
    people, _ = one_each(outcomes, by)
    withheld = made_from_result(by) or (found is not None and found.withheld)
    made = [sections.reached(people, at) for at in thresholds]
    made.append(sections.back_to_activity(outcomes, by))
    return _described(made) if withheld else _worth(made)


def _worth(made: Sequence[Section]) -> tuple[Section, ...]:
    """Return the sections that have a number, or say why there is none."""
    return tuple(one for one in made if _number(one) or one.note == sections.NO_MARGIN)


def _described(made: Sequence[Section]) -> tuple[Section, ...]:
    """Return the sections without a test of one group against another, and nothing to judge by."""
    return tuple(
        replace(one, estimates=as_allowed(_untested(one.estimates), "", True), note=WITHHELD)
        for one in _worth(made)
    )


def _untested(estimates: Sequence[Estimate]) -> list[Estimate]:
    return [one for one in estimates if len(one.n) == 1 or one.p is None]


def _number(one: Section) -> bool:
    return any(estimate.estimate is not None for estimate in one.estimates)
