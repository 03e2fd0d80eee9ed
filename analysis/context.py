"""Context: which pain a number speaks of, and how it is said."""

from collections.abc import Sequence

import numpy as np

from analysis.days import Days

USUAL = "morning"
PAIN_WORDS = {
    "during": "pain during the exercise",
    "after": "pain after the exercise",
    "morning": "morning pain",
    "activity": "pain in activity",
    "rest": "pain at rest",
    "unspecified": "pain",
}


def pain_title(context: str) -> str:
    """Return the pain of a context with its scale, as a title or a column says it.

    Examples
    --------
    >>> pain_title("morning")
    'Morning pain (VAS 0-100)'
    """
    words = PAIN_WORDS[context]
    return f"{words[:1].upper()}{words[1:]} (VAS 0-100)"


def chosen_context(present: Sequence[str], asked: str | None = None) -> tuple[str, str]:
    """Return the one context an outcome uses, and a note where it was chosen for the reader.

    The context asked for; else the only one; else morning; else the first. Contexts
    are never mixed. ``("", "")`` where the log has no pain.

    Raises
    ------
    ValueError
        Where the context asked for is not in the log; the message names those that are.

    Examples
    --------
    >>> chosen_context(["during", "morning"])
    ('morning', 'Pain here is morning pain; the log also has pain during the exercise.')
    """
    if asked is not None:
        if asked not in present:
            there = ", ".join(present) or "none"
            raise ValueError(f"The log has no pain of the context {asked!r}; it has {there}.")
        return asked, ""
    if not present:
        return "", ""
    context = USUAL if USUAL in present else present[0]
    others = [PAIN_WORDS[other] for other in present if other != context]
    if not others:
        return context, ""
    return context, f"Pain here is {PAIN_WORDS[context]}; the log also has {', '.join(others)}."


def pain_by_day(days: Days, context: str) -> np.ndarray:
    """Return the mean pain of every tendon-day in one context, VAS 0-100.

    NaN where none was logged, and everywhere for the context "" of a log without pain.
    """
    return days.pain[context].mean if context else np.full(len(days.day), np.nan)
