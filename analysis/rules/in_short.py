"""What a rule set says, in one sentence."""

from collections.abc import Sequence

from analysis.rules.catalogue import RuleSet
from analysis.rules.statements import Statement
from analysis.wording import number, plural

NOTHING = "None of its rules has anything to say about these days."
LONG_AGO = 14


def in_short(rule_set: RuleSet, said: Sequence[Statement], last_day: int) -> str:
    """Return how often a set speaks of these days, and of what last.

    Parameters
    ----------
    said : sequence of Statement
        Newest first, as :func:`analysis.rules.statements` gives them.
    last_day : int
        The last programme day of the log, to tell how long ago the newest is.

    Examples
    --------
    >>> from analysis.rules.catalogue import rule_sets
    >>> in_short(rule_sets()["article"], [], 83)
    'None of its rules has anything to say about these days.'
    """
    if not said:
        return NOTHING
    newest = said[0]
    times = "once" if len(said) == 1 else f"{number(len(said))} times"
    name = newest.name[:1].lower() + newest.name[1:]
    return f"{rule_set.name}: {times} about these days{_when(newest, last_day)} ({name})."


def _when(newest: Statement, last_day: int) -> str:
    """Return of when a statement speaks; "" for one of days on which nothing was done."""
    if not newest.days:
        return ""
    day = newest.days[-1]
    when = f"{newest.dates[-1]}" if newest.dates else f"day {number(day)}"
    ago = last_day - day
    old = f", {plural(ago, 'day')} before the log ends" if ago >= LONG_AGO else ""
    return f", last about {when}{old}"
