"""What the other sensible windows would give: the same difference, measured a little otherwise."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from analysis.baseline import BEFORE_START, FIRST_WEEK, VISIT, WINDOWS
from analysis.context import pain_by_day
from analysis.days import Days
from analysis.days.placing import WEEK_DAYS
from analysis.days.weeks import DAYS_TO_COUNT
from analysis.ending import first_day_of
from analysis.estimate import Estimate
from analysis.groups.ancova import ANCOVA
from analysis.groups.differences import games_howell, pairs, plain_difference
from analysis.groups.headline import headline
from analysis.groups.limits.design import MADE_FROM_RESULT, made_from_result
from analysis.groups.people import in_order, one_each, used
from analysis.outcomes import Outcomes
from analysis.windows import mean_of_days
from analysis.wording import number, plural, points

TWO_WEEKS_BEFORE = "two weeks before the start"
STARTS = {
    TWO_WEEKS_BEFORE: (-14, -1),
    **{kind: WINDOWS[kind] for kind in (BEFORE_START, FIRST_WEEK)},
}
WEEK_0 = "week 0"
BACK = ((0, 0), (1, 1), (1, 0), (3, 0))
"""First and last week of the end, counted back from the week asked."""
COLUMNS = ["pair", "baseline", "end", "estimate", "low", "high", "n", "method", "shown", "finding"]


@dataclass(frozen=True)
class Window:
    """A stretch of days: its name, and first and last programme day by tendon."""

    name: str
    first: np.ndarray
    last: np.ndarray


def specification(days: Days, outcomes: Outcomes, by: str, withheld: bool = False) -> pd.DataFrame:
    """Return the headline difference for every sensible baseline and end.

    Baselines are days −14 to −1, −7 to −1 and 0 to 6, ends the week asked, the one
    before, both, and the last four; at least 3 logged days in each, at visits one
    reading, and week 0 as the only baseline. Who is in a number differs with its
    windows. Ends that begin before a baseline is over are not among them. Where the
    comparison withholds its intervals, as ``withheld`` says, there are none here.

    Returns
    -------
    pandas.DataFrame
        pair, baseline, end (the windows in words), estimate, low, high (points VAS
        0-100, missing where the comparison gives none), n (people in it), method, shown
        (whether these are the windows of ``outcomes``), finding ("lower", "higher",
        "open"; missing without an interval). Windows without a number have no row.

    Raises
    ------
    ValueError
        Where there is no such column, or it has more than 10 values.
    """
    felt = pain_by_day(days, outcomes.context)
    ends = [(end, _means(days, felt, end)) for end in _ends(days, outcomes.week)]
    rows = []
    for start in _starts(days):
        before = _means(days, felt, start)
        if np.isnan(before).all():
            continue
        for end, after in ends:
            if (start.last < end.first).all():
                shown = _is_shown(outcomes, start, end)
                found = _headline(_measured(outcomes, by, before, after), by, withheld)
                rows += [_row(one, start, end, shown) for one in found if one.estimate is not None]
    kinds = dict.fromkeys(("estimate", "low", "high"), "float64")
    return pd.DataFrame(rows, columns=COLUMNS).astype({**kinds, "finding": "str", "shown": "bool"})


def _starts(days: Days) -> Iterator[Window]:
    if days.visits.all():
        yield Window(WEEK_0, *np.zeros((2, len(days.visits)), dtype="int64"))
        return
    for name, (first, last) in STARTS.items():
        at_visit = WINDOWS[VISIT]
        yield Window(
            name,
            np.where(days.visits, at_visit[0], first),
            np.where(days.visits, at_visit[1], last),
        )


def _ends(days: Days, week: int) -> Iterator[Window]:
    for far, near in BACK:
        first, last = week - far, week - near
        if first < 1:
            continue
        until = first_day_of(days, last) + np.where(days.visits, 0, WEEK_DAYS - 1)
        name = f"week {last}" if first == last else f"weeks {first} to {last}"
        yield Window(name, first_day_of(days, first), until)


def _means(days: Days, felt: np.ndarray, window: Window) -> np.ndarray:
    mean, n = mean_of_days(days, felt, window.first, window.last)
    return np.where(n >= np.where(days.visits, 1, DAYS_TO_COUNT), mean, np.nan)


def _is_shown(outcomes: Outcomes, start: Window, end: Window) -> bool:
    baseline = WEEK_0 if outcomes.baseline_kind == VISIT else outcomes.baseline_kind
    return (start.name, end.name) == (baseline, f"week {outcomes.week}")


def _measured(outcomes: Outcomes, by: str, before: np.ndarray, after: np.ndarray) -> Outcomes:
    change = after - before
    reason = np.where(np.isnan(change), "too few logged days in these windows", "")
    told = outcomes.table[[name for name in ("person", by) if name in outcomes.table]]
    told = told.assign(baseline=before, end=after, change=change, left_out=reason)
    return replace(outcomes, table=told)


def _headline(measured: Outcomes, by: str, withheld: bool) -> list[Estimate]:
    """Return what the comparison of these outcomes puts first, for every pair."""
    people, _ = one_each(measured, by)
    names = in_order(people["group"])
    if len(names) < 2 or used(people).empty:
        return []
    if withheld or made_from_result(by):
        return [plain_difference(people, pair, MADE_FROM_RESULT) for pair in pairs(names)]
    found = headline(people, names)
    if len(names) > 2 and found[0].method != ANCOVA:
        return games_howell(people, names)
    return found


def _row(one: Estimate, start: Window, end: Window, shown: bool) -> dict:
    numbers = {"estimate": one.estimate, "low": one.low, "high": one.high}
    told = {"pair": one.name, "baseline": start.name, "end": end.name, **numbers}
    n = sum(one.n.values())
    return {**told, "n": n, "method": one.method, "shown": shown, "finding": _finding(one)}


def _finding(one: Estimate) -> str | None:
    if one.low is None or one.high is None:
        return None
    if one.low <= 0 <= one.high:
        return "open"
    return "lower" if one.high < 0 else "higher"


def moved(strip: pd.DataFrame) -> tuple[str, ...]:
    """Return for each pair what the windows do to its difference, in words.

    Empty where only the windows shown give a number.

    Examples
    --------
    >>> told = {"pair": "a minus b", "estimate": [-5.0, 2.0], "finding": ["lower", "open"]}
    >>> strip = pd.DataFrame(told).assign(shown=[True, False], baseline="week 0", end="week 6")
    >>> moved(strip)[0]
    'a minus b: −5 points of 100 with the windows shown (baseline week 0, end week 6), 2 to 2
    with 1 other choice of windows. The sign turns in 1 and the finding in 1 of them.'
    """
    told = (_moved(str(pair), rows) for pair, rows in strip.groupby("pair", sort=False))
    return tuple(filter(None, told))


def is_steady(strip: pd.DataFrame) -> bool:
    """Return whether no choice of windows turns the finding of those shown, or a sign that counts.

    A sign counts where the finding is not open: beside 0 it turns with nothing.
    """
    return not any(map(_is_turned, (rows for _, rows in strip.groupby("pair"))))


def _is_turned(rows: pd.DataFrame) -> bool:
    sign, finding = _turns(rows)
    return bool(finding or (sign and not (rows["finding"] == "open").all()))


def _turns(rows: pd.DataFrame) -> tuple[int, int]:
    """Return in how many windows the sign and the finding are others than in those shown."""
    here, others = rows[rows["shown"]], rows[~rows["shown"]]
    if here.empty:
        return 0, 0
    sign = np.sign(others["estimate"]) != np.sign(here["estimate"].iloc[0])
    known = others["finding"].dropna()
    return int(sign.sum()), int((known != here["finding"].iloc[0]).sum())


def _moved(pair: str, rows: pd.DataFrame) -> str:
    here, others = rows[rows["shown"]], rows.loc[~rows["shown"], "estimate"]
    if here.empty or others.empty:
        return ""
    top = here.iloc[0]
    choices = plural(len(others), "other choice", "other choices")
    span = f"{number(others.min(), 0)} to {number(others.max(), 0)}"
    sign, finding = _turns(rows)
    turned = (
        f"The sign turns in {sign} and the finding in {finding} of them."
        if sign or finding
        else "Neither sign nor finding turns."
    )
    return (
        f"{pair}: {points(top['estimate'])} with the windows shown (baseline "
        f"{top['baseline']}, end {top['end']}), {span} with {choices} of windows. {turned}"
    )
