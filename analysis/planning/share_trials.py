"""Simulated studies of shares, each put through the test of the Cohorts page."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from analysis.groups.methods.proportions import RETURNED, return_answers
from analysis.groups.methods.shares import share_tests
from analysis.outcomes import Outcomes
from analysis.planning.share import SharePlan
from analysis.planning.simulated import ARM, PAIR, WEEK, World

RATHER = 2.0
"""Times as often as others those who say no are lost, where they leave rather."""


@dataclass(frozen=True)
class ShareWorld(World[SharePlan]):
    """What a simulated study of shares takes for true beside the plan.

    Attributes
    ----------
    noes_leave : bool
        Whether those who would say no are lost twice as often as others, else chance.
    """

    noes_leave: bool = False

    def sees(self, plan: SharePlan, people: int, rng: np.random.Generator) -> bool:
        """Return whether the test of two shares has a p below the false-alarm level.

        Boschloo's exact test up to 200 people with an answer, else chi-square, as by
        :func:`analysis.groups.methods.shares.share_tests`.
        """
        told = return_answers(trial(plan, people, rng, self), ARM)
        p = share_tests(RETURNED, PAIR, told)[0].p
        return p is not None and p < plan.level


def trial(plan: SharePlan, people: int, rng: np.random.Generator, world: ShareWorld) -> Outcomes:
    """Return one simulated study as outcomes: one row a person, groups in the column ``arm``.

    In a 2×2 the other factor makes no difference of its own.
    """
    other = np.arange(plan.cells.cells * people) // people % 2 == 1
    yes = rng.random(len(other)) < np.where(other, plan.other, plan.share)
    weight = np.where(yes, 1.0, RATHER if world.noes_leave else 1.0)
    lost = rng.random(len(other)) < plan.lost * weight / weight.mean()
    answer = pd.Series(np.where(yes, "yes", "no"), dtype="str")
    rows = {
        "person": [f"p{i}" for i in range(len(other))],
        ARM: np.where(other, PAIR[1], PAIR[0]),
        "baseline": np.nan,
        "returned_to_activity": answer.mask(lost),
        "left_out": "",
    }
    return Outcomes(pd.DataFrame(rows), "morning", "first week", WEEK, ())
