"""The main difference of each pair: baseline taken into account from 10 people, else plain."""

import pandas as pd

from analysis.estimate import Estimate
from analysis.groups.differences import FOR_ANCOVA, alike, ancova, pairs, welch
from analysis.groups.people import counts, used


def adjustable(people: pd.DataFrame, names: list[str]) -> bool:
    """Return whether there are people enough for ANCOVA, and baselines that differ."""
    enough = min(counts(people, names).values()) >= FOR_ANCOVA
    return enough and not alike(used(people)["baseline"].to_numpy())


def headline(people: pd.DataFrame, names: list[str]) -> list[Estimate]:
    """Return every pair's difference by ANCOVA where it can be, else by Welch on change."""
    adjusted = ancova(people, names) if adjustable(people, names) else []
    return adjusted or [welch(people, pair) for pair in pairs(names)]
