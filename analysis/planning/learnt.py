"""How much people differ, learnt from an own log instead of typed."""

from dataclasses import dataclass

import numpy as np

from analysis.groups.people import one_each, used
from analysis.outcomes import Outcomes
from analysis.planning.plan import Scatter

FEWEST_TO_LEARN_FROM = 10


@dataclass(frozen=True)
class Learnt:
    """What an own log says of how much people differ.

    Attributes
    ----------
    scatter : Scatter
        Pooled within groups.
    lost : float
        Share of people with a group who are not in the number.
    n : int
        People it was taken from.
    """

    scatter: Scatter
    lost: float
    n: int


def from_outcomes(outcomes: Outcomes, by: str) -> Learnt:
    """Return standard deviations and correlation within groups, and the share lost.

    Raises
    ------
    ValueError
        Where fewer than 10 people have both baseline and end, where one of the two has
        no scatter, or where there is no such column.
    """
    everyone, _ = one_each(outcomes, by)
    people = everyone.dropna(subset=["group"])
    inside = used(people)
    if len(inside) < FEWEST_TO_LEARN_FROM:
        raise ValueError(
            f"{len(inside)} people have a baseline and an end; at least {FEWEST_TO_LEARN_FROM} "
            "are needed to learn from. Type the numbers instead."
        )
    own = inside[["baseline", "end"]] - inside.groupby("group")[["baseline", "end"]].transform(
        "mean"
    )
    df = len(inside) - inside["group"].nunique()
    covariance = own.to_numpy().T @ own.to_numpy() / df
    start, end = np.sqrt(np.diag(covariance))
    if not min(start, end) > 0:
        raise ValueError("Everyone of a group is alike: there is no scatter to learn from.")
    scatter = Scatter(float(end), float(start), float(covariance[0, 1] / (start * end)))
    return Learnt(scatter, 1 - len(inside) / len(people), len(inside))
