"""Are two groups close enough to be taken for the same? Asked against a margin set beforehand."""

from dataclasses import dataclass, replace

import pandas as pd

from analysis.estimate import Estimate
from analysis.groups.differences import WELCH, pairs
from analysis.groups.headline import headline
from analysis.groups.levels import by_t, degrees_of_freedom, standard_error
from analysis.wording import number

EQUIVALENT, NOT_SHOWN, DIFFERENT = "equivalent", "not shown", "different"
LEVEL = 0.90
"""Two one-sided tests at 5 % are this interval against the margin (Schuirmann 1987)."""


@dataclass(frozen=True)
class Equivalence:
    """A pair against a margin.

    Attributes
    ----------
    estimate : Estimate
        The difference with its 90 % interval; p is that of two one-sided tests, small
        where the groups are closer than the margin.
    verdict : str
        "equivalent", "different" or "not shown".
    sentence : str
        The verdict in words; "" where there is no interval.
    """

    estimate: Estimate
    verdict: str
    sentence: str


def equivalence(people: pd.DataFrame, names: list[str], margin: float) -> list[Equivalence]:
    """Return every pair's difference held against a margin, in points VAS.

    The difference is ANCOVA's from 10 people in every group, else Welch's on change.
    Equivalent: the 90 % interval lies within the margin. Different: it does not, and
    the 95 % interval leaves out 0. Else not shown. Each pair stands alone.

    Raises
    ------
    ValueError
        Where the margin is not above 0.
    """
    if not margin > 0:
        raise ValueError("The margin is a number of points above 0.")
    found = headline(people, names)
    return [
        _against(one, people, pair, margin) for one, pair in zip(found, pairs(names), strict=True)
    ]


def _against(
    one: Estimate, people: pd.DataFrame, pair: tuple[str, str], margin: float
) -> Equivalence:
    if one.estimate is None or one.low is None or one.high is None:
        return Equivalence(one, NOT_SHOWN, "")
    from scipy import stats

    df = degrees_of_freedom(one, people, pair)
    se = standard_error(one, df)
    narrow = by_t(one, one.estimate, se, df, LEVEL)
    below = stats.t.sf((one.estimate + margin) / se, df)
    above = stats.t.cdf((one.estimate - margin) / se, df)
    verdict = _verdict(one, narrow, margin)
    sentence = _sentence(verdict, narrow, margin)
    said = one.warnings if one.method == WELCH else ()  # Holm's p belongs to the other question
    told = replace(
        narrow,
        name=f"{one.name}, against a margin of {number(margin)} points",
        method=f"two one-sided tests, {one.method}",
        p=float(max(below, above)),
        warnings=(*said, sentence),
    )
    return Equivalence(told, verdict, sentence)


def _verdict(wide: Estimate, narrow: Estimate, margin: float) -> str:
    """Return the verdict of the 90 % interval, and where it fails that of the 95 % one."""
    if narrow.low is None or narrow.high is None or wide.low is None or wide.high is None:
        return NOT_SHOWN
    if -margin < narrow.low and narrow.high < margin:
        return EQUIVALENT
    return DIFFERENT if wide.low > 0 or wide.high < 0 else NOT_SHOWN


def _sentence(verdict: str, narrow: Estimate, margin: float) -> str:
    limits = f"Differences from {number(narrow.low, 1)} to {number(narrow.high, 1)} remain possible"
    size = f"{number(margin)} points"
    if verdict == EQUIVALENT:
        return f"{limits}, all within {size}: by this margin the groups are equivalent."
    if verdict == DIFFERENT:
        return f"{limits}: the groups differ, and not all of these are within {size}."
    return f"{limits}: neither a difference nor equivalence within {size} is shown."
