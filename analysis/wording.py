"""How numbers are said: the same words on the page, in the report and on the command line."""

import math
from collections.abc import Iterable

from analysis.estimate import Estimate

MINUS = "\N{MINUS SIGN}"
RANGE = " to "


def plural(n: int, one: str, many: str = "") -> str:
    """Return a count with its noun.

    Examples
    --------
    >>> plural(1, "drop"), plural(1200, "drop"), plural(2, "person", "people")
    ('1 drop', '1,200 drops', '2 people')
    """
    return f"{n:,} {one if n == 1 else many or one + 's'}"


def listed(words: list[str]) -> str:
    """Return words one after another, with *and* before the last; there is at least one.

    Examples
    --------
    >>> listed(["surface", "knee", "site"]), listed(["site"])
    ('surface, knee and site', 'site')
    """
    *most, last = words
    return f"{', '.join(most)} and {last}" if most else last


def number(value: float | None, digits: int | None = None) -> str:
    """Return a number with a real minus sign, or a dash where it is missing.

    Whole numbers and counts are shown whole; otherwise ``digits`` decimals, one
    where not told.

    Examples
    --------
    >>> number(-23.4755, 2), number(7560.0), number(None)
    ('−23.48', '7,560', '–')
    """
    if value is None or not math.isfinite(value):
        return "–"
    if digits is None:
        digits = 0 if float(value).is_integer() else 1
    text = f"{abs(value):,.{digits}f}"
    negative = value < 0 and float(text.replace(",", "")) != 0
    return f"{MINUS if negative else ''}{text}"


def points(value: float) -> str:
    """Return a size of pain in whole points of 100, below one point with a decimal.

    Examples
    --------
    >>> points(1.2), points(-23.4), points(0.4)
    ('1 point of 100', '−23 points of 100', '0.4 points of 100')
    """
    size = number(value, 1 if abs(value) < 0.95 else 0)
    return f"{size} {'point' if size.strip(MINUS) == '1' else 'points'} of 100"


def interval(estimate: Estimate, digits: int | None = None) -> str:
    """Return the interval of an estimate in words, or why there is none.

    Examples
    --------
    >>> interval(Estimate("d", "Welch", -2.0, "points", {"a": 5}, low=-4.0, high=0.0))
    '95 % interval −4 to 0'
    """
    if estimate.low is None or estimate.high is None:
        return f"no interval: {estimate.no_interval}" if estimate.no_interval else "no interval"
    limits = f"{number(estimate.low, digits)}{RANGE}{number(estimate.high, digits)}"
    return f"{100 * estimate.level:.0f} % interval {limits}"


def people(estimate: Estimate) -> str:
    """Return how many are in the number, by group, and how many are not.

    Examples
    --------
    >>> from analysis.estimate import LeftOut
    >>> left = (LeftOut("no end", 3),)
    >>> people(Estimate("d", "Welch", None, "", {"active": 45, "sham": 45}, left_out=left))
    'active: 45, sham: 45 people, 3 left out'
    """
    counts = ", ".join(f"{group}: {n:,}" if group else f"{n:,}" for group, n in estimate.n.items())
    out = sum(left.n for left in estimate.left_out)
    return f"{counts} {estimate.unit_of_n}".strip() + (f", {out:,} left out" if out else "")


def left_out(estimates: Iterable[Estimate]) -> str:
    """Return why people are not in numbers that stand together, each reason once with its most.

    Examples
    --------
    >>> from analysis.estimate import LeftOut
    >>> one = Estimate("d", "", None, "", {}, left_out=(LeftOut("no end", 3),))
    >>> left_out([one, one])
    'Left out: no end (3).'
    """
    most: dict[str, int] = {}
    for out in (out for one in estimates for out in one.left_out):
        most[out.reason] = max(out.n, most.get(out.reason, 0))
    told = ", ".join(f"{reason} ({n:,})" for reason, n in most.items())
    return f"Left out: {told}." if told else ""


def say(estimate: Estimate, digits: int | None = None) -> str:
    """Return an estimate as one line: number, unit, interval or reason, n, p and method.

    Examples
    --------
    >>> say(Estimate("flat minus step", "Welch's t", 3.0, "points", {"flat": 9, "step": 8},
    ...              low=-1.0, high=7.0, p=0.2))
    "3 points (95 % interval −1 to 7; p = 0.200; flat: 9, step: 8 people; Welch's t)"
    """
    if digits is None and not _whole(estimate):
        digits = 1 if _room(estimate) >= 2 else 2
    value = f"{number(estimate.estimate, digits)} {estimate.unit}".strip()
    chance = f"; p {p_value(estimate.p)}" if estimate.p is not None else ""
    inside = f"{interval(estimate, digits)}{chance}; {people(estimate)}; {estimate.method}"
    return f"{value} ({inside})"


def _numbers(estimate: Estimate) -> list[float]:
    return [v for v in (estimate.estimate, estimate.low, estimate.high) if v is not None]


def _whole(estimate: Estimate) -> bool:
    return all(float(v).is_integer() for v in _numbers(estimate))


def _room(estimate: Estimate) -> float:
    """Return how wide the interval is, or how large the number: what its digits have to tell."""
    numbers = _numbers(estimate)
    return max(numbers) - min(numbers) if len(numbers) > 1 else abs(numbers[0])


def p_value(p: float) -> str:
    """Return a p value to three decimals, or as smaller than the last of them.

    Examples
    --------
    >>> p_value(0.04321), p_value(2e-7)
    ('= 0.043', '< 0.001')
    """
    return "< 0.001" if p < 0.001 else f"= {p:.3f}"
