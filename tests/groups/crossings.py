"""Cohorts of two factors made for tests."""

from collections.abc import Mapping

import numpy as np
import pandas as pd

from analysis.outcomes import Outcomes
from tests.groups.cohorts import outcomes_of

FOUR = ("flat", 90), ("flat", 180), ("step", 90), ("step", 180)
PACKAGES = ("flat", 90), ("step", 180)


def crossing(sizes: Mapping[tuple[str, int], int], seed: int = 1, apart=(0.0, 0.0, 0.0), **more):
    """Return people of some combinations of surface and volume; nothing is true but ``apart``.

    ``apart`` is added to the end of flat, of 180 a day, and of both together; ``more``
    are functions of the frame that give further columns.
    """
    rng = np.random.default_rng(seed)
    rows = [cell for cell, n in sizes.items() for _ in range(n)]
    table = pd.DataFrame(rows, columns=["surface", "drops_per_day"]).astype(
        {"drops_per_day": float}
    )
    n = len(table)
    flat, much = table["surface"] == "flat", table["drops_per_day"] == 180
    baseline = rng.normal(62, 11, n)
    end = 8 + 0.5 * baseline + rng.normal(0, 11, n)
    end += apart[0] * flat + apart[1] * much + apart[2] * (flat & much)
    table = table.assign(baseline=baseline, end=end, knee="straight", site="insertional")
    return outcomes_of(table.assign(**{name: make(table) for name, make in more.items()}))


def even(n: int, cells=FOUR) -> dict[tuple[str, int], int]:
    """Return the same number of people in every combination."""
    return dict.fromkeys(cells, n)


def with_surface(one: str, other: str):
    """Return a further column that goes along with the surface."""
    return lambda table: np.where(table["surface"] == "flat", one, other)


def without(outcomes: Outcomes, which: pd.Series) -> Outcomes:
    """Return the outcomes with some people's end missing."""
    table = outcomes.table
    gone = table["left_out"].mask(which, "no reading at week 12")
    return outcomes_of(table.assign(left_out=gone, end=table["end"].mask(which)))
