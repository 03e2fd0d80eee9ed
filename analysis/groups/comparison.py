"""A comparison of groups of people at one week: one headline, and what limits it."""

from dataclasses import dataclass, replace

import pandas as pd

from analysis.days import Days
from analysis.estimate import Estimate
from analysis.groups.ancova import ANCOVA, ancova, interaction
from analysis.groups.differences import games_howell, pairs, plain_difference, welch, within
from analysis.groups.headline import adjustable
from analysis.groups.limits import design
from analysis.groups.limits.origins import DATED, dated_after
from analysis.groups.people import in_order, one_each, tally
from analysis.outcomes import Outcomes
from analysis.wording import number, points

NATURAL_COURSE = (
    "There is one group and nobody to compare it with: pain also falls with time, and people "
    "begin when it is at its worst."
)
NO_GROUPS = "Nobody has a value in the column that makes the groups."
INTERACTION_P = 0.1


@dataclass(frozen=True)
class Comparison:
    """What comes of setting groups side by side.

    Attributes
    ----------
    estimates : tuple of Estimate
        The headline first: for each pair the main method, then the other, then each
        group's own change.
    warnings : tuple of str
        What limits the numbers, in plain sentences.
    refused : tuple of dict
        What cannot be answered: ``what`` names the factor, ``why`` the reason.
    people : pandas.DataFrame
        person, group, baseline, end, change, left_out; one row per person.
    counts : pandas.DataFrame
        By group: started, in the number, and left out by reason.
    sentence : str
        The headline in words.
    withheld : bool
        Whether the groups were made from the result, so that nothing between them has an
        interval or a p.
    """

    by: str
    outcome: str
    context: str
    week: int
    estimates: tuple[Estimate, ...]
    warnings: tuple[str, ...]
    refused: tuple[dict[str, str], ...]
    people: pd.DataFrame
    counts: pd.DataFrame
    sentence: str
    withheld: bool = False


def compare(outcomes: Outcomes, by: str, days: Days | None = None) -> Comparison:
    """Return the comparison of the groups that a column makes.

    From 10 people in every group the headline is ANCOVA, below it Welch on change;
    below 5 there is no interval, below 3 no number. Groups made from the result get
    neither interval nor p: a column that is named after one or, where the ``days``
    are given, dated after the start.

    Raises
    ------
    ValueError
        Where there is no such column, or it has more than 10 values.
    """
    people, notes = one_each(outcomes, by)
    names = in_order(people["group"])
    if len(names) < 2:
        estimates = tuple(within(people, name) for name in names)
        why = f"Everyone has the same {by}. {NATURAL_COURSE}" if names else NO_GROUPS
        refused = (design.Refusal(by, why),)
        return _made(outcomes, by, people, estimates, notes, refused)
    factors = [c for c in design.group_columns(outcomes) if not design.made_from_result(c)]
    refused = design.inseparable(people, by, factors)
    dated = days is not None and dated_after(people, by, days)
    withheld = dated or design.made_from_result(by)
    if withheld:
        found = [plain_difference(people, pair, design.MADE_FROM_RESULT) for pair in pairs(names)]
        why = DATED if dated else design.WITHHELD
        refused = (design.Refusal(by, why), *refused)
    else:
        found, more = _differences(people, names)
        notes = (*notes, *more)
    own = [within(people, name) for name in names]
    both_shown = any(one.method == ANCOVA for one in found)
    limits = [design.unequal_start(people, names, both_shown), design.unequal_loss(people)]
    warnings = (*notes, *filter(None, limits))
    made = _made(outcomes, by, people, (*found, *own), warnings, refused)
    return replace(made, withheld=withheld)


def _differences(people: pd.DataFrame, names: list[str]) -> tuple[list[Estimate], tuple[str, ...]]:
    two = len(names) == 2
    changes = [welch(people, pairs(names)[0])] if two else games_howell(people, names)
    if not adjustable(people, names):
        return changes, ()
    adjusted = ancova(people, names)
    note = _interaction_note(people, names) if two and adjusted else ()
    return [*adjusted, *changes], note


def _interaction_note(people: pd.DataFrame, names: list[str]) -> tuple[str, ...]:
    p, at = interaction(people, names)
    if not p < INTERACTION_P:
        return ()
    said = ", ".join(f"{number(d, 0)} at {number(start, 0)}" for start, d in at.items())
    return (f"The difference may depend on the pain at the start: {said} of 100.",)


def _made(
    outcomes: Outcomes,
    by: str,
    people: pd.DataFrame,
    estimates: tuple[Estimate, ...],
    warnings: tuple[str, ...],
    refused: tuple[design.Refusal, ...],
) -> Comparison:
    shown = people[["person", "group", "baseline", "end", "change", "left_out"]]
    return Comparison(
        by=by,
        outcome="change",
        context=outcomes.context,
        week=outcomes.week,
        estimates=estimates,
        warnings=warnings,
        refused=tuple({"what": item.what, "why": item.why} for item in refused),
        people=shown,
        counts=tally(people),
        sentence=_sentence(by, estimates, outcomes.week),
    )


def _sentence(by: str, estimates: tuple[Estimate, ...], week: int) -> str:
    """Return the headline in words, with the range that remains possible."""
    top = estimates[0] if estimates else None
    if top is None:
        return NO_GROUPS
    if not sum(top.n.values()):
        return f"At week {week} nobody has both a baseline and an end: there is nothing to compare."
    if top.estimate is None:
        return f"At week {week} there are too few people for a number: see the points themselves."
    (a, *other), sizes = (_group(by, name) for name in top.n), [*top.n.values()]
    if not other:
        return f"At week {week} pain had {_moved(top.estimate)} in {a}. {NATURAL_COURSE}"
    b, count = other[0], f"{sizes[0]} and {sizes[1]} people"
    adjusted = ", baseline taken into account" if top.method == ANCOVA else ""
    what = _apart(top.estimate) if adjusted else _moved_apart(top, estimates)
    if top.low is None or top.high is None:
        return f"At week {week} {what} in {a} than in {b}; {count}. No interval: {top.no_interval}."
    limits = f"95 % interval {number(top.low, 0)} to {number(top.high, 0)}"
    open_still = top.low < 0 < top.high
    both = " Both directions remain possible." if open_still else ""
    return f"At week {week} {what} in {a} than in {b}{adjusted} ({limits}; {count}).{both}"


def _apart(difference: float) -> str:
    return f"pain was {points(abs(difference))} {'lower' if difference < 0 else 'higher'}"


def _moved_apart(top: Estimate, estimates: tuple[Estimate, ...]) -> str:
    """Return a difference of changes in words that fit the way in which both groups moved."""
    own = {name: e.estimate or 0.0 for e in estimates if len(e.n) == 1 for name in e.n}
    moved, difference = [own.get(name, 0.0) for name in top.n], top.estimate or 0.0
    size = points(abs(difference))
    if max(moved) < 0:
        return f"pain had fallen {size} {'more' if difference < 0 else 'less'}"
    if min(moved) > 0:
        return f"pain had risen {size} {'less' if difference < 0 else 'more'}"
    return f"pain had moved {size} further {'down' if difference < 0 else 'up'}"


def _group(by: str, name: str) -> str:
    """Return a group as it is called within a sentence.

    Examples
    --------
    >>> _group("drops_per_day", "90"), _group("surface", "flat")
    ('people with 90 a day', 'flat')
    """
    said = design.say_level(by, name)
    return name if said == name else f"people with {said}"


def _moved(change: float) -> str:
    way = "fallen" if change < 0 else "risen"
    return f"{way} by {points(abs(change))}"
