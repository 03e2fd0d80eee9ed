"""Several tests at once: Holm's p beside each, so that none stands out by number."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from analysis.estimate import Estimate
from analysis.wording import p_value

HOLM = "Holm's p"


def holm(estimates: Sequence[Estimate]) -> list[float | None]:
    """Return Holm's p (1979) over all estimates that have a p; None where one has none.

    Written out, for the library's call collects garbage each time (70 ms).

    Examples
    --------
    >>> one = Estimate("a minus b", "t", 3.0, "points", {"a": 9}, low=0.5, high=5.5, p=0.02)
    >>> holm([one, Estimate("none", "", None, "", {}), one])
    [0.04, None, 0.04]
    """
    p = np.array([np.nan if one.p is None else one.p for one in estimates])
    order = np.argsort(p)[: np.count_nonzero(~np.isnan(p))]
    stepped = np.maximum.accumulate(p[order] * np.arange(len(order), 0, -1))
    p[order] = np.minimum(stepped, 1)
    return [None if np.isnan(one) else float(one) for one in p]


def beside_holm(estimates: Sequence[Estimate], what: str = "pairs") -> list[Estimate]:
    """Return the estimates, each with Holm's p over all of them that have one said beside it.

    Interval and p of each stay those of its own method. One alone needs no Holm.
    ``what`` names what was tested.

    Examples
    --------
    >>> pair = Estimate("a minus b", "t", 3.0, "points", {"a": 9}, low=0.5, high=5.5, p=0.02)
    >>> beside_holm([pair, pair])[0].warnings
    ("Over 2 pairs, Holm's p = 0.040.",)
    """
    tested = sum(one.p is not None for one in estimates)
    if tested < 2:
        return list(estimates)
    return [
        one if p is None else _said(one, f"Over {tested} {what}, {HOLM} {p_value(p)}.")
        for one, p in zip(estimates, holm(estimates), strict=True)
    ]


def without_holm(one: Estimate) -> Estimate:
    """Return the estimate without what :func:`beside_holm` said beside it.

    Examples
    --------
    >>> pair = Estimate("a minus b", "t", 3.0, "points", {"a": 9}, low=0.5, high=5.5, p=0.02)
    >>> without_holm(beside_holm([pair, pair])[0]) == pair
    True
    """
    return replace(one, warnings=tuple(said for said in one.warnings if HOLM not in said))


def _said(one: Estimate, sentence: str) -> Estimate:
    return replace(one, warnings=(*one.warnings, sentence))
