"""Shares of a group's people and their differences, with whose answer is not known counted."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import partial

import pandas as pd

from analysis.estimate import Estimate, LeftOut
from analysis.groups.differences import FOR_DIFFERENCE, FOR_INTERVAL, pairs
from analysis.groups.methods.exact import FEW
from analysis.groups.methods.two_shares import familiar, two_shares
from analysis.groups.people import in_order
from analysis.wording import number

WILSON = "Wilson"
NEWCOMBE = "Newcombe's hybrid score"


@dataclass(frozen=True)
class Answers:
    """Of one group: how many said yes, of how many known, and whose answer is not known."""

    yes: int
    known: int
    missing: tuple[LeftOut, ...] = ()

    @property
    def unknown(self) -> int:
        """People without an answer."""
        return sum(out.n for out in self.missing)

    @property
    def everyone(self) -> int:
        """People with and without an answer."""
        return self.known + self.unknown


def answers(groups: pd.Series, yes: pd.Series, missing: pd.Series) -> dict[str, Answers]:
    """Return the answers by group in order.

    Parameters
    ----------
    groups : pandas.Series
        Of each person; who has none is not counted.
    yes : pandas.Series
        Boolean; read where the answer is known.
    missing : pandas.Series
        Why a person has no answer; missing or "" where there is one.
    """
    table = pd.DataFrame({"group": groups, "yes": yes, "why": missing.fillna("").astype("str")})
    told = {}
    for name, group in table.groupby("group"):
        known, why = group[group["why"] == ""], group.loc[group["why"] != "", "why"]
        reasons = tuple(LeftOut(str(reason), int(n)) for reason, n in why.value_counts().items())
        told[str(name)] = Answers(int(known["yes"].sum()), len(known), reasons)
    return {name: told[name] for name in in_order(groups)}


def answer_table(told: Mapping[str, Answers]) -> pd.DataFrame:
    """Return people by group: yes, no, not known and all; those not known are a row too.

    Examples
    --------
    >>> answer_table({"a": Answers(3, 5, (LeftOut("left", 2),))})["a"].to_dict()
    {'yes': 3, 'no': 2, 'not known': 2, 'all': 7}
    """
    columns = {
        name: [one.yes, one.known - one.yes, one.unknown, one.everyone]
        for name, one in told.items()
    }
    return pd.DataFrame(columns, index=pd.Index(["yes", "no", "not known", "all"], name="people"))


def known_pairs(told: Mapping[str, Answers]) -> list[tuple[str, str]]:
    """Return the pairs of groups in which somebody's answer is known."""
    return [pair for pair in pairs(list(told)) if all(told[name].known for name in pair)]


def share(what: str, name: str, told: Answers) -> Estimate:
    """Return one group's share with Wilson's interval, and its bounds whoever is not known.

    Below 5 people whose answer is known there is no interval, below 3 no share.
    """
    k, n, everyone = told.yes, told.known, told.everyone
    made = partial(Estimate, f"{what} in {name}", unit="%", n={name: n}, left_out=told.missing)
    from statsmodels.stats.proportion import proportion_confint

    if n == 0:
        return made(method=WILSON, estimate=None, no_interval="nobody's answer is known")
    value = 100 * k / n if n >= FOR_DIFFERENCE else None
    bounds = (
        f"Of all {everyone:,}, between {number(100 * k / everyone, 0)} % (none of the "
        f"{told.unknown:,} not known) and {number(100 * (k + told.unknown) / everyone, 0)} % "
        "(all of them)."
    )
    made = partial(made, estimate=value, warnings=(bounds,) if told.unknown else ())
    if n < FOR_INTERVAL:
        return made(method=f"{k} of {n}", no_interval=FEW)
    low, high = proportion_confint(k, n, method="wilson")
    return made(method=f"{k} of {n}, {WILSON}", low=100 * float(low), high=100 * float(high))


def difference(what: str, pair: tuple[str, str], told: Mapping[str, Answers]) -> Estimate:
    """Return the difference of two groups' shares, in which somebody is known, by Newcombe.

    Below 5 people in a group there is no interval, below 3 no difference.
    """
    from statsmodels.stats.proportion import confint_proportions_2indep

    a, b = (told[name] for name in pair)
    value, fewest = 100 * (a.yes / a.known - b.yes / b.known), min(a.known, b.known)
    made = partial(
        Estimate,
        f"{what}, {pair[0]} minus {pair[1]}",
        estimate=value if fewest >= FOR_DIFFERENCE else None,
        unit="percentage points",
        n={pair[0]: a.known, pair[1]: b.known},
        left_out=together(a.missing + b.missing),
    )
    if fewest < FOR_INTERVAL:
        return made(method="difference of shares", no_interval=FEW, warnings=_bounds(a, b))
    counted = (a.yes, a.known, b.yes, b.known)
    limits = confint_proportions_2indep(*counted, method="newcomb", compare="diff")
    low, high = (100 * float(limit) for limit in limits)
    said = (*_bounds(a, b), *_one_in(value, low, high))
    return made(method=NEWCOMBE, low=low, high=high, warnings=said)


def together(missing: Iterable[LeftOut]) -> tuple[LeftOut, ...]:
    """Return people left out of several groups, each reason once."""
    n = Counter()
    for out in missing:
        n[out.reason] += out.n
    return tuple(LeftOut(reason, many) for reason, many in n.items())


def _bounds(a: Answers, b: Answers) -> tuple[str, ...]:
    """Return the difference were whoever is not known counted all for one group, or the other."""
    if not a.unknown + b.unknown:
        return ()
    least = 100 * (a.yes / a.everyone - (b.yes + b.unknown) / b.everyone)
    most = 100 * ((a.yes + a.unknown) / a.everyone - b.yes / b.everyone)
    return (
        f"With everyone, whatever those not known would have said, the difference lies between "
        f"{number(least, 0)} and {number(most, 0)}.",
    )


def _one_in(value: float, low: float, high: float) -> tuple[str, ...]:
    """Return one person in how many, where the interval leaves no doubt about the way."""
    if low <= 0 <= high:
        return ()
    least, most = sorted((100 / abs(low), 100 / abs(high)))
    return (
        f"That is one person more of every {number(100 / abs(value), 1)} "
        f"({number(least, 1)} to {number(most, 1)}).",
    )


def share_tests(
    what: str, pair: tuple[str, str], told: Mapping[str, Answers]
) -> tuple[Estimate, ...]:
    """Return p of the difference of two groups' shares, and Fisher's beside the exact test."""
    a, b = (told[name] for name in pair)
    name = f"{what}, {pair[0]} minus {pair[1]}, tested"
    yes, known = {pair[0]: a.yes, pair[1]: b.yes}, {pair[0]: a.known, pair[1]: b.known}
    tested = two_shares(name, yes, known, together(a.missing + b.missing))
    return tuple(filter(None, (tested, familiar(tested, yes))))


def compared(what: str, told: Mapping[str, Answers]) -> tuple[Estimate, ...]:
    """Return each group's share, each pair's difference, and the tests of two groups."""
    known = known_pairs(told)
    shares = [share(what, name, one) for name, one in told.items()]
    differences = [difference(what, pair, told) for pair in known]
    tests = share_tests(what, known[0], told) if len(told) == 2 and known else ()
    return (*shares, *differences, *tests)
