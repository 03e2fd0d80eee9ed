"""Packages: what goes with what where the combinations were not all done by somebody."""

from dataclasses import dataclass, replace

import pandas as pd

from analysis.estimate import Estimate
from analysis.groups.comparison import compare
from analysis.groups.crossing.crossed import Crossed, named
from analysis.groups.differences import FOR_DIFFERENCE, pairs
from analysis.groups.limits.design import Refusal, inseparable
from analysis.groups.people import MOST_GROUPS, in_order
from analysis.outcomes import Outcomes
from analysis.wording import listed, plural

PACKAGE = "package"
SMALL_CELL = f"in a combination of fewer than {FOR_DIFFERENCE} people"


@dataclass(frozen=True)
class Packages:
    """Whole packages side by side, by the headline method of a comparison.

    Attributes
    ----------
    estimates : tuple of Estimate
        Every pair of packages, then each package's own change.
    refused : tuple of Refusal
        Each factor that cannot be separated in a difference.
    warnings : tuple of str
        As of the comparison.
    sentence : str
        The headline in words.
    """

    estimates: tuple[Estimate, ...]
    refused: tuple[Refusal, ...]
    warnings: tuple[str, ...]
    sentence: str


def packages(outcomes: Outcomes, told: Crossed, factors: list[str]) -> Packages:
    """Return the differences between the combinations that have people.

    Parameters
    ----------
    factors : list of str
        Columns that could go along with the package, constants among them.
    """
    small = told.people["group"].isin(told.empty)
    people = told.people.assign(
        **{PACKAGE: told.people["group"].mask(small)},
        left_out=told.people["left_out"].mask(small & (told.people["left_out"] == ""), SMALL_CELL),
    )
    if (many := people[PACKAGE].nunique()) > MOST_GROUPS:
        said = f"{many:,} combinations have people; at most {MOST_GROUPS} are set side by side."
        return Packages((), (), told.notes, said)
    found = compare(replace(outcomes, table=people.drop(columns="group")), PACKAGE)
    names = in_order(found.people["group"])
    people = people.assign(group=people[PACKAGE])
    refused = [one for pair in pairs(names) for one in _refusals(people, pair, factors)]
    once = {one.what: one for one in reversed(refused)}
    alone = tuple(Refusal(PACKAGE, one["why"]) for one in found.refused if one["what"] == PACKAGE)
    said = " ".join(filter(None, [found.sentence, _attribution(list(reversed(once)))]))
    return Packages(
        found.estimates, (*reversed(once.values()), *alone), (*told.notes, *found.warnings), said
    )


def _refusals(people: pd.DataFrame, pair: tuple[str, str], factors: list[str]) -> list[Refusal]:
    """Return every factor of a pair that differs in it together with another one."""
    inside = people[people["group"].isin(pair)]
    together = [one.what for one in inseparable(inside, PACKAGE, parts(inside, factors))]
    if len(together) < 2:
        return []
    return [Refusal(what, _why(pair, what, together)) for what in together]


def parts(people: pd.DataFrame, factors: list[str]) -> list[str]:
    """Return the factors without those that only name a combination of others there."""
    known = [n for n in ("surface", "knee") if n in people and people[n].notna().any()]
    wholes = {"protocol", *(("variant",) if known else ())}
    return [name for name in factors if name not in wholes]


def _why(pair: tuple[str, str], what: str, together: list[str]) -> str:
    others = listed([named(name) for name in together if name != what])
    return (
        f"{pair[0]} and {pair[1]} differ in {named(what)} and in {others} at once. How much of "
        f"their difference belongs to {named(what)} cannot be told."
    )


def _attribution(together: list[str]) -> str:
    if not together:
        return ""
    return (
        "This is a difference between packages: "
        f"{listed([named(name) for name in together])} cannot be told apart in it."
    )


def cells_needed(told: Crossed) -> str:
    """Return which combinations would have to be filled to tell the two factors apart."""
    if not told.two_by_two:
        shape = told.table.shape
        counts = zip((told.first, told.second), shape, strict=True)
        said = " and ".join(f"{plural(n, 'value')} of {named(name)}" for name, n in counts)
        return f"Two values of each are needed to tell them apart; here are {said}."
    if not told.empty:
        return ""
    now = listed([f"{cell} ({told.size(cell):,} now)" for cell in told.empty])
    return (
        f"To tell {named(told.first)} from {named(told.second)}, people would be needed in: {now}."
    )
