"""What if those without an end had more pain than the others? The point where a finding tips."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

import pandas as pd

from analysis.estimate import Estimate
from analysis.groups.ancova import ANCOVA
from analysis.groups.comparison import Comparison
from analysis.groups.differences import pairs, welch
from analysis.groups.levels import by_t, degrees_of_freedom, standard_error
from analysis.groups.people import in_order
from analysis.groups.withholding import BETWEEN
from analysis.wording import number

DELTAS = (0.0, 5.0, 10.0, 20.0)
BOTH = "both groups"


@dataclass(frozen=True)
class Tipping:
    """A headline, again with more pain in those who are missing from it.

    Attributes
    ----------
    estimates : tuple of Estimate
        One for each pair, each number of points, and who is given them.
    table : pandas.DataFrame
        pair, more (points VAS given to those missing), given_to (a group, or both),
        estimate, low, high, finding ("lower", "higher", "open").
    sentences : tuple of str
        For each pair, where the finding tips.
    """

    estimates: tuple[Estimate, ...]
    table: pd.DataFrame
    sentences: tuple[str, ...]


def tipping(found: Comparison, deltas: Sequence[float] = DELTAS) -> Tipping:
    """Return each pair's headline, were pain higher in those without a number.

    At 0 it is the headline of the comparison, in which those missing are like those
    seen of their group. At delta the mean of a group in which the share m of people is
    missing rises by m x delta, and the variance by delta² m (1 − m) / people (the mean
    score method, White, Carpenter and Horton 2018, for a pattern mixture). Everyone of
    a group who is not in the number counts as missing, whatever the reason. Pairs
    without an interval, as of groups made from the result, have nothing to tip.
    """
    people = found.people
    made: list[tuple[Estimate, dict]] = []
    for pair in pairs(in_order(people["group"])):
        top = _headline(found.estimates, people, pair)
        if top is not None:
            made += [one for delta in deltas for one in _shifted(top, people, pair, delta)]
    columns = ["pair", "more", "given_to", "estimate", "low", "high", "finding"]
    table = pd.DataFrame([row for _, row in made], columns=columns)
    said = tuple(_sentence(str(pair), rows) for pair, rows in table.groupby("pair", sort=False))
    return Tipping(tuple(one for one, _ in made), table, said)


def _headline(
    estimates: Sequence[Estimate], people: pd.DataFrame, pair: tuple[str, str]
) -> Estimate | None:
    """Return the pair's ANCOVA, else its Welch; None where it may have no interval."""
    mine = [one for one in estimates if one.name == BETWEEN.join(pair) and one.low is not None]
    adjusted = [one for one in mine if one.method == ANCOVA]
    if adjusted or not mine:
        return adjusted[0] if adjusted else None
    alone = welch(people, pair)
    return alone if alone.low is not None else None


def _shifted(
    top: Estimate, people: pd.DataFrame, pair: tuple[str, str], delta: float
) -> list[tuple[Estimate, dict]]:
    df = degrees_of_freedom(top, people, pair)
    se = standard_error(top, df)
    made = []
    for given_to in (pair[0], pair[1], BOTH) if delta else (BOTH,):
        moved, variance = float(top.estimate or 0.0), se**2
        for name, sign in zip(pair, (1, -1), strict=True):
            if given_to in (name, BOTH):
                share, n = _missing(people, name)
                moved += sign * share * delta
                variance += delta**2 * share * (1 - share) / n
        now = replace(
            by_t(top, moved, math.sqrt(variance), df),
            name=f"{top.name}, those missing with {delta:g} points more pain in {given_to}",
            method=f"{top.method}, those missing moved by a pattern mixture",
        )
        row = {"pair": top.name, "more": delta, "given_to": given_to}
        limits = {"estimate": now.estimate, "low": now.low, "high": now.high}
        made.append((now, {**row, **limits, "finding": _finding(now)}))
    return made


def _missing(people: pd.DataFrame, name: str) -> tuple[float, int]:
    """Return the share of a group that is not in the number, and how many it is."""
    mine = people[people["group"] == name]
    return float((mine["left_out"] != "").mean()), len(mine)


def _finding(one: Estimate) -> str:
    if one.low is None or one.high is None or one.low <= 0 <= one.high:
        return "open"
    return "lower" if one.high < 0 else "higher"


def _sentence(pair: str, rows: pd.DataFrame) -> str:
    first, most = rows.iloc[0]["finding"], number(rows["more"].max(), 0)
    tipped = rows[rows["finding"] != first]
    if tipped.empty:
        return f"{pair}: the finding stays with up to {most} points more pain in those missing."
    at = tipped.iloc[0]
    return (
        f"{pair}: the finding tips with {number(at['more'], 0)} points more pain in those missing "
        f"from {at['given_to']}."
    )
