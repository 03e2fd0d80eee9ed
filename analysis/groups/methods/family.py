"""Several outcomes tested at once: one primary, named beforehand, and Holm over all the others."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import pandas as pd

from analysis.estimate import Estimate
from analysis.groups.headline import headline
from analysis.groups.holm import beside_holm, holm
from analysis.groups.limits.design import made_from_result
from analysis.groups.methods.many import welch_anova
from analysis.groups.people import in_order, one_each
from analysis.outcomes import Outcomes

TESTS = "tests of the declared family"


@dataclass(frozen=True)
class Family:
    """The declared outcomes, each with one test.

    Attributes
    ----------
    primary : Estimate
        Its p stands as it is.
    others : tuple of Estimate
        Holm's p over all of them is said beside each.
    table : pandas.DataFrame
        outcome, primary, estimate, unit, p, adjusted (Holm's p; that of the primary is
        its own), family (how many were adjusted together); missing where there is none.
    """

    primary: Estimate
    others: tuple[Estimate, ...]
    table: pd.DataFrame


def family(found: Mapping[str, Estimate], primary: str) -> Family:
    """Return the declared outcomes with the primary outside Holm's family.

    Raises
    ------
    ValueError
        Where the primary is none of the outcomes.

    Examples
    --------
    >>> one = Estimate("d", "t", 3.0, "points", {"a": 9}, low=0.5, high=5.5, p=0.02)
    >>> told = {"morning": one, "after": one, "rest": one}
    >>> family(told, "morning").table["adjusted"].tolist()
    [0.02, 0.04, 0.04]
    """
    if primary not in found:
        raise ValueError(f"The primary outcome {primary!r} is none of {', '.join(found)}.")
    named = {what: replace(one, name=f"{what}: {one.name}") for what, one in found.items()}
    first, rest = named[primary], [one for what, one in named.items() if what != primary]
    table = pd.DataFrame(
        {
            "outcome": [primary, *(what for what in named if what != primary)],
            "primary": [True, *(False for _ in rest)],
            "estimate": [one.estimate for one in (first, *rest)],
            "unit": [one.unit for one in (first, *rest)],
            "p": pd.Series([one.p for one in (first, *rest)], dtype=float),
            "adjusted": pd.Series([first.p, *holm(rest)], dtype=float),
            "family": sum(one.p is not None for one in rest),
        }
    )
    return Family(first, tuple(beside_holm(rest, TESTS)), table)


def one_test(outcomes: Outcomes, by: str) -> Estimate | None:
    """Return the one test of an outcome: two groups' headline, or Welch's F over more.

    None where there are no two groups, or they were made from the result.
    """
    if made_from_result(by):
        return None
    people, _ = one_each(outcomes, by)
    names = in_order(people["group"])
    if len(names) < 2:
        return None
    return headline(people, names)[0] if len(names) == 2 else welch_anova(people, names)
