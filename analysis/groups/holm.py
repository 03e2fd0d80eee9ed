"""Several pairs tested at once: Holm's p beside each, so that none stands out by number."""

from collections.abc import Sequence
from dataclasses import replace

from analysis.estimate import Estimate
from analysis.wording import p_value


def beside_holm(estimates: Sequence[Estimate]) -> list[Estimate]:
    """Return the estimates, each with Holm's p over all of them that have one said beside it.

    Interval and p of each stay those of its own method. One alone needs no Holm.

    Examples
    --------
    >>> pair = Estimate("a minus b", "t", 3.0, "points", {"a": 9}, low=0.5, high=5.5, p=0.02)
    >>> beside_holm([pair, pair])[0].warnings
    ("Over 2 pairs, Holm's p = 0.040.",)
    """
    from statsmodels.stats.multitest import multipletests

    tested = [one.p for one in estimates if one.p is not None]
    if len(tested) < 2:
        return list(estimates)
    holm = iter(multipletests(tested, method="holm")[1])
    return [
        _said(one, float(next(holm)), len(tested)) if one.p is not None else one
        for one in estimates
    ]


def _said(one: Estimate, p: float, tested: int) -> Estimate:
    return replace(one, warnings=(*one.warnings, f"Over {tested} pairs, Holm's p {p_value(p)}."))
