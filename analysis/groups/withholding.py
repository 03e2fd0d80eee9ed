"""Between groups made from the result no interval and no p stand, whatever the method."""

from collections.abc import Iterable
from dataclasses import replace

from analysis.estimate import Estimate
from analysis.groups.holm import without_holm
from analysis.groups.limits.design import MADE_FROM_RESULT, made_from_result

BETWEEN = " minus "
"""What the name of every difference of two groups holds."""


def as_allowed(
    estimates: Iterable[Estimate], by: str, withheld: bool = False
) -> tuple[Estimate, ...]:
    """Return the estimates, differences bare where a column made groups from the result.

    ``withheld`` says that something else than the column's name tells so, as dates do.

    Examples
    --------
    >>> one = Estimate("a minus b", "Welch's t", 3.0, "points", {"a": 9}, low=1.0, high=5.0, p=0.01)
    >>> as_allowed([one], "satisfied")[0].p is None, as_allowed([one], "arm")[0].p
    (True, 0.01)
    """
    if not (withheld or made_from_result(by)):
        return tuple(estimates)
    return tuple(
        _bare(one) if BETWEEN in one.name or one.p is not None else one for one in estimates
    )


def _bare(one: Estimate) -> Estimate:
    bare = {"low": None, "high": None, "p": None, "no_interval": MADE_FROM_RESULT}
    return replace(without_holm(one), **bare)
