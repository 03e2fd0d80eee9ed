"""What opens on demand beside a comparison: the other methods, each saying what it asks."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import pandas as pd

from analysis.estimate import Estimate
from analysis.groups.comparison import Comparison, compare
from analysis.groups.limits.design import MADE_FROM_RESULT, WITHHELD, made_from_result
from analysis.groups.methods import sections
from analysis.groups.methods.dose_order import VOLUME
from analysis.groups.methods.responders import USUAL, Threshold
from analysis.groups.methods.sections import Section
from analysis.groups.people import in_order, one_each
from analysis.outcomes import Outcomes


@dataclass(frozen=True)
class Further:
    """What is asked beyond the headline.

    Attributes
    ----------
    margin : float or None
        Points VAS within which groups would count as the same, set beforehand.
    thresholds : tuple of Threshold
        Falls of pain from which a person counts.
    """

    margin: float | None = None
    thresholds: tuple[Threshold, ...] = USUAL


def further(
    outcomes: Outcomes,
    by: str,
    options: Further | None = None,
    others: Sequence[Outcomes] = (),
    found: Comparison | None = None,
) -> tuple[Section, ...]:
    """Return the sections beside the comparison of the groups that a column makes.

    A section with neither number nor table nor reason is left out. Between groups made
    from the result, and where the comparison withholds them, no section has an interval
    or a p.

    Parameters
    ----------
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
    options = options or Further()
    people, _ = one_each(outcomes, by)
    names = in_order(people["group"])
    found = found or compare(outcomes, by)
    if found.withheld or made_from_result(by):
        return _described(people, names, options)
    shares = [sections.reached(people, at) for at in options.thresholds]
    if len(names) < 2:
        return _worth([*shares, sections.each_group(people, names)])
    made = [
        sections.two_answers(found),
        sections.all_at_once(people, names),
        sections.ranks(people, names),
        sections.standardised(people, names),
        sections.by_start(people, names),
        sections.alike_enough(people, names, options.margin),
        *shares,
        sections.back_to_activity(outcomes, by),
        sections.several_outcomes(outcomes, by, others),
        sections.each_group(people, names),
    ]
    order = [sections.volumes(people)] if by == VOLUME else []
    return (*order, *_worth(made))


def _worth(made: Sequence[Section]) -> tuple[Section, ...]:
    """Return the sections that have a number, or say why there is none."""
    return tuple(one for one in made if _number(one) or one.note == sections.NO_MARGIN)


def _described(people: pd.DataFrame, names: list[str], options: Further) -> tuple[Section, ...]:
    """Return each group's own numbers, bare: nothing is set side by side."""
    made = [sections.reached(people, at) for at in options.thresholds]
    made.append(sections.each_group(people, names))
    return tuple(
        replace(one, estimates=tuple(map(_bare, _of_one(one.estimates))), note=WITHHELD)
        for one in _worth(made)
    )


def _of_one(estimates: Sequence[Estimate]) -> list[Estimate]:
    return [one for one in estimates if len(one.n) == 1]


def _bare(one: Estimate) -> Estimate:
    method = one.method.replace(", Wilson", "").replace(", t interval", "")
    return replace(one, method=method, low=None, high=None, p=None, no_interval=MADE_FROM_RESULT)


def _number(one: Section) -> bool:
    return any(estimate.estimate is not None for estimate in one.estimates)
