"""Variant × volume: each apart from the other where all four combinations have people."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from analysis.estimate import Estimate
from analysis.groups.crossing.along import along
from analysis.groups.crossing.cell_model import CELL_ANCOVA, CELL_WELCH, adjusted, unadjusted
from analysis.groups.crossing.crossed import Crossed, Factors, crossed
from analysis.groups.crossing.packages import cells_needed, packages
from analysis.groups.crossing.words import depends, in_words, sentence
from analysis.groups.differences import FOR_ANCOVA
from analysis.groups.limits.design import WITHHELD, Refusal, group_columns, made_from_result
from analysis.groups.people import counts, used
from analysis.outcomes import Outcomes


@dataclass(frozen=True)
class Factorial:
    """Two factors at once, or what can be said without all of their combinations.

    Attributes
    ----------
    factors : tuple of str
        The two columns.
    filled : bool
        Whether all four combinations have 3 people or more.
    estimates : tuple of Estimate
        Where filled: each factor averaged over the other, and the interaction, by
        ANCOVA from 10 people a combination and by the means of changes from 5.
        Else every pair of packages, by the method of a comparison.
    cells : pandas.DataFrame
        People in the number, by both factors; 0 where nobody is.
    means : pandas.DataFrame
        cell, n, baseline, end, change (means), adjusted_end (by the ANCOVA, at the
        mean baseline of everyone, missing without one); VAS 0-100.
    refused : tuple of dict
        ``what`` names the factor that the difference cannot be attributed to, ``why``
        the reason.
    warnings : tuple of str
        What limits the numbers.
    sentence, needed : str
        The finding in words, and which combinations would have to be filled ("" where
        all are).
    """

    factors: tuple[str, str]
    filled: bool
    estimates: tuple[Estimate, ...]
    cells: pd.DataFrame
    means: pd.DataFrame
    refused: tuple[dict[str, str], ...]
    warnings: tuple[str, ...]
    sentence: str
    needed: str


def factorial(outcomes: Outcomes, factors: Factors | None = None) -> Factorial:
    """Return what goes with the variant and what with the volume, where that can be told.

    One ANCOVA, end on variant x volume + baseline (HC3, t), effect-coded, where all
    four combinations have 10 people; with 5 to 9 the means of changes; with 3 or 4 no
    interval. With fewer anywhere, the difference between whole packages, and every
    factor that cannot be separated in it is refused.

    Raises
    ------
    ValueError
        Where there is no such column, or one has more than 10 values.
    """
    asked = factors or Factors()
    told = crossed(outcomes, asked)
    if made := [name for name in (told.first, told.second) if made_from_result(name)]:
        refused = tuple(Refusal(name, WITHHELD) for name in made)
        return _made(told, (), refused, told.notes, WITHHELD)
    others = [name for name in group_columns(outcomes) if not made_from_result(name)]
    if not told.two_by_two or told.empty:
        found = packages(outcomes, told, others)
        said = f"{found.sentence} {cells_needed(told)}"
        return _made(told, found.estimates, found.refused, found.warnings, said)
    return _filled(told, others, asked.level, outcomes.week)


def _filled(told: Crossed, others: list[str], level: float, week: int) -> Factorial:
    going = along(told, others)
    refused = tuple({one.what: one for found in going.values() for one in found}.values())
    plain = in_words(told, unadjusted(told.people, told.cells), CELL_WELCH, level, going)
    contrasts, ends = adjusted(told.people, told.cells)
    if min(counts(told.people, told.cells).values()) < FOR_ANCOVA or not contrasts:
        return _made(told, plain, refused, told.notes, sentence(told, plain, week, going))
    top = in_words(told, contrasts, CELL_ANCOVA, level, going)
    warnings = (*told.notes, *depends(told, top))
    said = sentence(told, top, week, going)
    return _made(told, (*top, *plain), refused, warnings, said, ends)


def _made(
    told: Crossed,
    estimates: tuple[Estimate, ...],
    refused: tuple[Refusal, ...],
    warnings: tuple[str, ...],
    said: str,
    ends: np.ndarray | None = None,
) -> Factorial:
    return Factorial(
        factors=(told.first, told.second),
        filled=told.two_by_two and not told.empty,
        estimates=estimates,
        cells=told.table,
        means=_means(told, ends),
        refused=tuple({"what": one.what, "why": one.why} for one in refused),
        warnings=warnings,
        sentence=said,
        needed=cells_needed(told),
    )


def _means(told: Crossed, ends: np.ndarray | None) -> pd.DataFrame:
    grouped = used(told.people).groupby("group")[["baseline", "end", "change"]]
    known = {} if ends is None else dict(zip(told.cells, ends, strict=True))
    means = grouped.mean().assign(n=grouped.size()).rename_axis("cell")
    means = means.assign(adjusted_end=means.index.map(known).astype("float64"))
    return means[["n", "baseline", "end", "change", "adjusted_end"]].reset_index()
