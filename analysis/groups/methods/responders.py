"""How many people's pain fell by so much: at a threshold chosen, and at every threshold."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from analysis.estimate import Estimate
from analysis.groups.differences import NO_SCATTER
from analysis.groups.methods.shares import Answers, answers, compared
from analysis.groups.people import in_order
from analysis.wording import number

POINTS, PERCENT = "points", "%"
NO_START = "no pain at the start, of which a part could be taken"
HIGHEST = {POINTS: 100, PERCENT: 100}
ONE_OF_MANY = (
    "Thresholds said to matter run from 12 to 39 points of 100 over studies, and from 22 to 45 %: "
    "no single one is safe, so see the curve over all of them."
)


@dataclass(frozen=True)
class Threshold:
    """A fall of pain from which a person counts, in points of 100 or percent of the start."""

    size: float = 20.0
    unit: str = POINTS

    def __post_init__(self):
        if self.unit not in HIGHEST:
            raise ValueError(f"A threshold is in points or %, not {self.unit!r}.")
        if not 0 < self.size <= HIGHEST[self.unit]:
            raise ValueError("A threshold is above 0 and at most 100.")

    @property
    def words(self) -> str:
        """The threshold as a label.

        Examples
        --------
        >>> Threshold(30, "%").words
        'Pain fell by 30 % of the start or more'
        """
        of = f"{number(self.size)} points" if self.unit == POINTS else f"{number(self.size)} %"
        return f"Pain fell by {of}{' of the start' if self.unit == PERCENT else ''} or more"


USUAL = (Threshold(), Threshold(30.0, PERCENT))


def responders(people: pd.DataFrame, at: Threshold) -> tuple[Estimate, ...]:
    """Return each group's share at a threshold, each pair's difference, and two groups' test.

    Shares by Wilson; differences by Newcombe (1998, method 10), without p; with two
    groups Boschloo's test and Fisher's, or chi-square above 200 people, without interval. People
    without a baseline or an end are counted as not known, and bounds say what they
    could change; in percent, so are people who began without pain.
    """
    return compared(at.words, response(people, at))


def response(people: pd.DataFrame, at: Threshold) -> dict[str, Answers]:
    """Return by group who reached the threshold, of how many known.

    Examples
    --------
    >>> told = pd.DataFrame({"group": ["a", "a"], "baseline": [60.0, 40], "left_out": ""})
    >>> response(told.assign(change=[-20.0, -19]), Threshold())["a"]
    Answers(yes=1, known=2, missing=())
    """
    fall = falls(people, at.unit)
    why = people["left_out"].mask((people["left_out"] == "") & fall.isna(), NO_START)
    return answers(people["group"], fall >= at.size - NO_SCATTER, why)


def falls(people: pd.DataFrame, unit: str = POINTS) -> pd.Series:
    """Return how far everyone's pain fell; missing where it is not in the number."""
    fall = -people["change"].where(people["left_out"] == "")
    if unit == POINTS:
        return fall
    return 100 * fall / people["baseline"].where(people["baseline"] > 0)


def response_curve(people: pd.DataFrame, unit: str = POINTS) -> pd.DataFrame:
    """Return the share of each group that reached every threshold from 0 to 100.

    Returns
    -------
    pandas.DataFrame
        threshold (points or percent, 0 to 100 by 1), group, share (% of those known;
        missing where nobody is), n (people known); groups below one another.

    Examples
    --------
    >>> told = pd.DataFrame({"group": ["a"] * 4, "baseline": 80.0, "left_out": ""})
    >>> curve = response_curve(told.assign(change=[-10.0, -20, -30, 5]))
    >>> curve.loc[curve["threshold"] == 20, ["share", "n"]].to_numpy().tolist()
    [[50.0, 4.0]]
    """
    fall = falls(people, unit)
    thresholds = np.arange(HIGHEST[unit] + 1)
    parts = []
    for name in in_order(people["group"]):
        known = np.sort(fall[people["group"] == name].dropna().to_numpy())
        reached = len(known) - np.searchsorted(known, thresholds - NO_SCATTER, side="left")
        share_of = 100 * reached / len(known) if len(known) else np.full(len(thresholds), np.nan)
        told = {"threshold": thresholds, "group": name, "share": share_of, "n": len(known)}
        parts.append(pd.DataFrame(told))
    empty = pd.DataFrame(columns=["threshold", "group", "share", "n"])
    return pd.concat(parts, ignore_index=True) if parts else empty
