"""The main difference of each pair: baseline taken into account from 10 people, else plain."""

import pandas as pd

from analysis.estimate import Estimate
from analysis.groups.ancova import ancova, by_group
from analysis.groups.differences import FOR_ANCOVA, alike, pairs, welch
from analysis.groups.leverage import rests_on_one
from analysis.groups.people import counts, used


def adjustable(people: pd.DataFrame, names: list[str]) -> bool:
    """Return whether there are people enough for ANCOVA, and baselines that differ.

    They have to differ in more than one person, on whom the whole line would rest.
    """
    inside = used(people).dropna(subset=["group"])
    enough = min(counts(people, names).values()) >= FOR_ANCOVA
    if not enough or alike(inside["baseline"].to_numpy()):
        return False
    return not rests_on_one(by_group(inside, names).to_numpy())


def headline(people: pd.DataFrame, names: list[str]) -> list[Estimate]:
    """Return every pair's difference by ANCOVA where it can be, else by Welch on change."""
    adjusted = ancova(people, names) if adjustable(people, names) else []
    return adjusted or [welch(people, pair) for pair in pairs(names)]
