"""Tests of two groups' shares: Boschloo's, or chi-square, and Fisher's familiar one."""

from dataclasses import replace
from functools import partial

from analysis.estimate import Estimate, LeftOut
from analysis.groups.differences import FOR_INTERVAL
from analysis.groups.methods.exact import FEW, P_ALONE

FOR_BOSCHLOO = 200
BOSCHLOO = "Boschloo's exact test"
FISHER = "Fisher's exact test"
FAMILIAR = (
    "The familiar test, for reading beside other studies; Boschloo's is the one to read, for it "
    "keeps the same promise and overlooks fewer differences."
)


def two_shares(
    name: str,
    yes: dict[str, int],
    n: dict[str, int],
    missing: tuple[LeftOut, ...] = (),
) -> Estimate:
    """Return p of the difference of two groups' shares.

    Boschloo's exact test up to 200 people, above them Pearson's chi-square without
    correction; the method says which. None below 5 people in a group, or where the
    answer is the same of everyone.

    Parameters
    ----------
    yes, n : dict of str to int
        Of the two groups, in the order of the difference.

    Examples
    --------
    >>> found = two_shares("a minus b", {"a": 7, "b": 1}, {"a": 10, "b": 10})
    >>> found.method, round(found.p, 3)
    ("Boschloo's exact test", 0.008)
    """
    (k1, k2), (n1, n2) = yes.values(), n.values()
    made = partial(Estimate, name, n=n, unit="percentage points", left_out=missing)
    if min(n1, n2) < FOR_INTERVAL:
        return made(method="test of two shares", estimate=None, no_interval=FEW)
    value = 100 * (k1 / n1 - k2 / n2)
    if k1 + k2 in (0, n1 + n2):
        why = "the answer is the same of everyone"
        return made(method="test of two shares", estimate=value, no_interval=why)
    method, p = _test_of_shares([[k1, k2], [n1 - k1, n2 - k2]])
    return made(method=method, estimate=value, p=p, no_interval=P_ALONE)


def _test_of_shares(table: list[list[int]]) -> tuple[str, float]:
    from scipy import stats

    if sum(map(sum, table)) <= FOR_BOSCHLOO:
        return BOSCHLOO, float(stats.boschloo_exact(table).pvalue)
    found = stats.chi2_contingency(table, correction=False)
    return "Pearson's chi-square, not corrected", float(found.pvalue)


def familiar(tested: Estimate, yes: dict[str, int]) -> Estimate | None:
    """Return Fisher's test beside Boschloo's; None beside another test, or none.

    Parameters
    ----------
    tested : Estimate
        Of :func:`two_shares`.
    yes : dict of str to int
        As there.
    """
    if tested.method != BOSCHLOO:
        return None
    table = [[yes[name], n - yes[name]] for name, n in tested.n.items()]
    name = f"{tested.name} by Fisher"
    return replace(tested, name=name, method=FISHER, p=fisher_p(table), warnings=(FAMILIAR,))


def fisher_p(table: list[list[int]]) -> float:
    """Return p of Fisher's exact test, two-sided: tables as likely or less, both margins kept.

    Examples
    --------
    A lady tasting tea, three of four cups told rightly (Fisher 1935):

    >>> round(fisher_p([[3, 1], [1, 3]]), 4)
    0.4857
    """
    from scipy import stats

    return float(stats.fisher_exact(table).pvalue)
