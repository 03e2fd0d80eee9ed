"""The share of people who say yes, learnt from an own log: everyone's, or one group's."""

from analysis.groups.crossing.crossed import named
from analysis.groups.methods.proportions import RETURNED, return_answers
from analysis.groups.methods.responders import Threshold, response
from analysis.groups.methods.shares import Answers, share
from analysis.groups.people import one_each
from analysis.outcomes import Outcomes
from analysis.planning.own_people import (
    EVERYONE,
    OwnPeople,
    share_lost,
    source,
    too_few,
    with_everyone,
)
from analysis.wording import listed

ALIKE = "Everyone gave the same answer: that is no share to plan from. Type one instead."


def own_share(
    outcomes: Outcomes,
    by: str = EVERYONE,
    group: str | None = None,
    counts: Threshold | None = None,
) -> OwnPeople[float]:
    """Return the share of yes in one group of a log, the one that Cohorts shows.

    Parameters
    ----------
    by : str
        The column that makes the groups; by :data:`EVERYONE` all are one.
    group : str or None
        Whose share; None takes the first group.
    counts : Threshold or None
        The fall of pain from which a person counts; None for those back in activity.

    Raises
    ------
    ValueError
        Where the answers of fewer than 10 people are known or are all the same, or where
        there is no such column or group.
    """
    told = answers_by_group(outcomes, by, counts)
    name = group or next(iter(told), EVERYONE)
    if name not in told:
        raise ValueError(f"{by!r} has no group {name!r}; choose {listed(list(told))}.")
    mine, what = told[name], counts.words if counts else RETURNED
    if why := too_few(mine.known, "an answer"):
        raise ValueError(why)
    if mine.yes in (0, mine.known):
        raise ValueError(ALIKE)
    whose = EVERYONE if by == EVERYONE else f"{named(by)} {name}"
    return OwnPeople(
        like=mine.yes / mine.known,
        source=source(mine.known, EVERYONE, f"{what} in {whose}"),
        n=mine.known,
        df=mine.known,
        fewest=min(one.everyone for one in told.values()),
        estimates=(share(what, name, mine), share_lost(mine.known, mine.everyone)),
    )


def answers_by_group(
    outcomes: Outcomes, by: str, counts: Threshold | None = None
) -> dict[str, Answers]:
    """Return who said yes, by group in order, of how many known."""
    everyone = with_everyone(outcomes)
    if counts is None:
        return return_answers(everyone, by)
    return response(one_each(everyone, by)[0], counts)
