"""What an own log teaches a plan of people, instead of what is typed."""

from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from analysis.estimate import Estimate
from analysis.groups.crossing.crossed import named
from analysis.outcomes import Outcomes
from analysis.wording import plural

EVERYONE = "everyone"
FEWEST_TO_LEARN_FROM = 10
USUAL_PEOPLE = 14
"""In a group of the published cohorts."""
T = TypeVar("T")


@dataclass(frozen=True)
class OwnPeople(Generic[T]):
    """What the people of a log teach a plan.

    Attributes
    ----------
    like : Scatter or float
        What the plan takes from them: how much their pain differs, or the share of them
        who say yes.
    source : str
        Where that comes from, in words.
    n : int
        People it was taken from.
    df : int
        How sure it is: people less groups, or people for a share.
    fewest : int
        People of the smallest group, those without an end included.
    estimates : tuple of Estimate
        The same figures with 95 % intervals.
    """

    like: T
    source: str
    n: int
    df: int
    fewest: int
    estimates: tuple[Estimate, ...]


def people_there_are(own: OwnPeople | None) -> int:
    """Return how many people are taken to be there in each group where nobody says.

    Those of the smallest group of an own log, else as many as published cohorts had.

    Examples
    --------
    >>> people_there_are(None)
    14
    """
    return USUAL_PEOPLE if own is None else max(own.fewest, 2)


def with_everyone(outcomes: Outcomes) -> Outcomes:
    """Return the outcomes with a column in which all are one group."""
    return replace(outcomes, table=outcomes.table.assign(**{EVERYONE: EVERYONE}))


def source(n: int, by: str, further: str) -> str:
    """Return where figures come from, in words.

    Examples
    --------
    >>> source(54, "drops_per_day", "week 12")
    'the log of 54 people, within volume, week 12'
    """
    groups = "" if by == EVERYONE else f", within {named(by)}"
    return f"the log of {plural(n, 'person', 'people')}{groups}, {further}"


def share_lost(known: int, started: int) -> Estimate:
    """Return the share of people who are not in a number, with Wilson's interval."""
    from statsmodels.stats.proportion import proportion_confint

    lost = started - known
    low, high = proportion_confint(lost, started, method="wilson")
    return Estimate(
        name="Share lost",
        method="Wilson",
        estimate=100 * lost / started,
        low=100 * float(low),
        high=100 * float(high),
        unit="%",
        n={"": started},
    )


def too_few(known: int, of: str) -> str | None:
    """Return why so few people teach nothing, or None where they are enough."""
    if known >= FEWEST_TO_LEARN_FROM:
        return None
    return (
        f"{plural(known, 'person has', 'people have')} {of}; at least {FEWEST_TO_LEARN_FROM} are "
        "needed to learn from. Type the numbers instead."
    )
