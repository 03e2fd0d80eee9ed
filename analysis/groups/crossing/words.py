"""What two crossed factors come to, as estimates with names and as a sentence."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from analysis.estimate import Estimate
from analysis.groups.crossing.cell_model import CELL_ANCOVA, Contrast
from analysis.groups.crossing.crossed import Crossed, named
from analysis.groups.differences import FOR_ANCOVA, FOR_INTERVAL, POINTS, VERY_SMALL, left_out
from analysis.groups.limits.design import Refusal, say_level
from analysis.groups.people import counts
from analysis.wording import interval, number, plural, points

INTERACTION = "interaction"
MAY_DEPEND_P = 0.1
Along = Mapping[str, tuple[Refusal, ...]]
"""By factor, or :data:`INTERACTION`: what goes along with it."""


def in_words(
    told: Crossed, contrasts: tuple[Contrast, ...], method: str, level: float, along: Along
) -> tuple[Estimate, ...]:
    """Return the contrasts as estimates: first factor, second factor, interaction.

    A factor that another column goes along with is named together with it, for the
    difference is not its own.
    """
    high, low = (say_level(told.second, word) for word in told.pair(told.second))
    names = (
        f"{_difference(told, told.first, along)}, averaged over {named(told.second)}",
        f"{_difference(told, told.second, along)}, averaged over {named(told.first)}",
        f"({_difference(told, told.first, along)} at {high}) minus (the same at {low})"
        + _with(along[INTERACTION]),
    )
    n = counts(told.people, told.cells)
    same = partial(
        Estimate,
        method=method,
        unit=POINTS,
        n=n,
        level=level,
        left_out=left_out(told.people, told.cells),
        warnings=(VERY_SMALL,) if FOR_INTERVAL <= min(n.values()) < FOR_ANCOVA else (),
    )
    return tuple(
        same(name, estimate=contrast.value, **_limits(contrast, min(n.values()), level))
        for name, contrast in zip(names, contrasts, strict=True)
    )


def _limits(contrast: Contrast, fewest: int, level: float) -> dict[str, Any]:
    """Return interval and p, or why there are none."""
    if fewest < FOR_INTERVAL:
        return {"no_interval": f"fewer than {FOR_INTERVAL} people in a combination"}
    if not contrast.se > 0:
        return {"no_interval": "everyone of a combination changed alike"}
    low, high = contrast.limits(level)
    return {"low": low, "high": high, "p": contrast.p}


def _difference(told: Crossed, factor: str, along: Along) -> str:
    one, other = (say_level(factor, word) for word in told.pair(factor))
    return f"{one} minus {other}{_with(along[factor])}"


def _with(refused: tuple[Refusal, ...]) -> str:
    return f" (and {', '.join(named(one.what) for one in refused)})" if refused else ""


def depends(told: Crossed, found: tuple[Estimate, ...]) -> tuple[str, ...]:
    """Return a sentence where one factor's difference may depend on the other."""
    first, _, both = found
    if both.p is None or both.p >= MAY_DEPEND_P:
        return ()
    average, apart = first.estimate or 0.0, both.estimate or 0.0
    high, low = (say_level(told.second, word) for word in told.pair(told.second))
    one, other = told.pair(told.first)
    return (
        f"The difference {one} minus {other} may depend on {named(told.second)}: "
        f"{points(average + apart / 2)} at {high} and "
        f"{number(average - apart / 2, 0)} at {low}. An average over both then describes neither.",
    )


def sentence(told: Crossed, found: tuple[Estimate, ...], week: int, along: Along) -> str:
    """Return the two factors and their interaction in words, with what remains possible."""
    first, second, both = found
    adjusted = ", baseline taken into account" if first.method == CELL_ANCOVA else ""
    moved = "pain was" if adjusted else "the change in pain was"
    one = _difference(told, told.first, along)
    high, low = (say_level(told.second, word) for word in told.pair(told.second))
    people = plural(sum(first.n.values()), "person", "people")
    return (
        f"At week {week}{adjusted}: averaged over {named(told.second)}, {moved} "
        f"{_points(told, told.first, first, along)}; averaged over {named(told.first)}, {moved} "
        f"{_points(told, told.second, second, along)}. The difference {one} was {_signed(both)} at "
        f"{high} than at {low} ({_possible(both)}). {people} in four combinations."
    )


def _points(told: Crossed, factor: str, found: Estimate, along: Along) -> str:
    one, other = (say_level(factor, word) for word in told.pair(factor))
    package = _with(along[factor])
    return f"{_signed(found)} with {one} than with {other}{package} ({_possible(found)})"


def _signed(found: Estimate) -> str:
    value = found.estimate or 0.0
    return f"{points(abs(value))} {'lower' if value < 0 else 'higher'}"


def _possible(found: Estimate) -> str:
    if found.low is None or found.high is None:
        return interval(found)
    still = ", both directions remain possible" if found.low < 0 < found.high else ""
    return f"{interval(found, 0)}{still}"
