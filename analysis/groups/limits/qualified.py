"""What a headline has to be read with: the words that banners switch."""

from collections.abc import Sequence

from analysis.groups.limits.banners import AS_DONE, ASK, NO_P, PACKAGE, SURVIVORS, UNSTEADY, Banner

WORDS = {
    NO_P: "The groups were made from the result: a difference is expected even if nothing worked.",
    ASK: "Before it is used, a question has to be answered; it stands below.",
    PACKAGE: "This is a difference between whole packages, and belongs to no one factor of them.",
    AS_DONE: "This sets people who did more beside people who did less, and explores.",
    SURVIVORS: "It speaks of those still logging at that week.",
    UNSTEADY: "Other sensible windows would say otherwise.",
}
"""By switch, the weightiest first."""


def qualified(banners: Sequence[Banner]) -> str:
    """Return what the headline has to be read with, in words; "" where nothing is.

    Examples
    --------
    >>> qualified([Banner("windows", "…", switches=(UNSTEADY,))])
    'Other sensible windows would say otherwise.'
    """
    on = {switch for banner in banners for switch in banner.switches}
    return " ".join(words for switch, words in WORDS.items() if switch in on)
