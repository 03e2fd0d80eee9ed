"""Tests by week: pain that rises from week to week, and soreness of the first weeks."""

import numpy as np
import pandas as pd

from analysis.context import PAIN_WORDS
from analysis.days.placing import WEEK_DAYS
from analysis.days.weeks import DAYS_TO_COUNT
from analysis.rules.catalogue import Rule
from analysis.rules.facts import Facts
from analysis.rules.findings import VAS, At, Finding, Input, looked_at, of_days, weeks_words
from analysis.wording import number, plural

OWN_SCATTER = "the usual scatter between this person's weeks"
STILL_FEW = "the change looked at while there are too few weeks to know the usual scatter"


def in_a_row(hit: np.ndarray, week: np.ndarray) -> list[np.ndarray]:
    """Return the positions of hits in weeks that follow one another."""
    at = np.flatnonzero(hit)
    return np.split(at, np.flatnonzero(np.diff(week[at]) > 1) + 1) if len(at) else []


def pain_logged(facts: Facts, context: str, weeks: np.ndarray) -> np.ndarray:
    """Return the positions of the days of some weeks that have a reading."""
    within = np.isin(facts.week, weeks)
    return looked_at(facts, within & ~np.isnan(facts.mean(context)))


def _steps(weeks: pd.DataFrame) -> np.ndarray:
    """Return each week's mean minus that of the week before; NaN where that is not there."""
    before = weeks["week"].diff() == 1
    return weeks["mean"].diff().where(before).to_numpy("float64")


def title(facts: Facts, rule: Rule) -> str:
    """Return the pain of a rule in words, as a sentence begins."""
    return PAIN_WORDS[facts.context(rule.context)].capitalize()


def weekly_mean(weeks: pd.DataFrame, row: int) -> Input:
    """Return one week's mean as a number that was looked at."""
    told = weeks.iloc[row]
    name = f"mean of week {number(int(told['week']))}"
    return Input(name, float(told["mean"]), VAS, int(told["n_days"]))


def week_rises(facts: Facts, rule: Rule, at: At) -> list[Finding]:
    """Find weeks whose mean rose by more than this person's weeks usually differ.

    The limit is ``scatter`` times the standard deviation of the earlier differences
    between adjacent weeks, ``least`` at the least; ``change`` where they are fewer than
    ``pairs``.
    """
    weeks = facts.weeks
    steps = _steps(weeks)
    found = []
    for row in np.flatnonzero(~np.isnan(steps)):
        earlier = steps[:row][~np.isnan(steps[:row])]
        own = len(earlier) >= at["pairs"]
        limit = max(at["scatter"] * earlier.std(ddof=1), at["least"]) if own else at["change"]
        if steps[row] > limit:
            found.append(_rise(facts, rule, row, limit, own))
    return found


def _rise(facts: Facts, rule: Rule, row: int, limit: float, own: bool) -> Finding:
    before, now = weekly_mean(facts.weeks, row - 1), weekly_mean(facts.weeks, row)
    week = facts.weeks["week"].to_numpy()
    usual = OWN_SCATTER if own else STILL_FEW
    words = {
        "pain": title(facts, rule),
        "before": number(before.value),
        "now": number(now.value),
        "first_week": weeks_words(week[[row - 1]]),
        "last_week": weeks_words(week[[row]]),
        "n_before": plural(before.n, "day"),
        "n_now": plural(now.n, "day"),
        "limit": number(limit),
        "whose": usual,
    }
    return of_days(facts, pain_logged(facts, rule.context, week[[row]]), words, before, now)


def rising_weeks(facts: Facts, rule: Rule, at: At) -> list[Finding]:
    """Find pain that rose week after week, by more than the change that is looked at."""
    weeks = facts.weeks
    week, mean = weeks["week"].to_numpy(), weeks["mean"].to_numpy()
    found = []
    for run in in_a_row(_steps(weeks) > 0, week):
        first, last = run[0] - 1, run[-1]
        if len(run) >= at["weeks"] and mean[last] - mean[first] > at["change"]:
            words = {
                "pain": title(facts, rule),
                "n_weeks": number(len(run)),
                "before": number(mean[first]),
                "now": number(mean[last]),
                "first_week": weeks_words(week[[first]]),
                "last_week": weeks_words(week[[last]]),
            }
            told = [weekly_mean(weeks, row) for row in range(first, last + 1)]
            found.append(of_days(facts, pain_logged(facts, rule.context, week[run]), words, *told))
    return found


def sore_weeks(facts: Facts, rule: Rule, at: At) -> list[Finding]:
    """Find whole weeks of the first days whose mean lies above the week before the start."""
    weeks, (before, n_before) = facts.weeks_of(rule.context), facts.before
    early = WEEK_DAYS * weeks["week"] <= at["first_days"]
    hit = (early & (weeks["mean"] - before > at["change"])).to_numpy(bool)
    week = weeks["week"].to_numpy()
    found = []
    for run in in_a_row(hit, week):
        here = pain_logged(facts, rule.context, week[run])
        now = float(facts.mean(rule.context)[here].mean())
        words = {"span": weeks_words(week[run]), "now": number(now), "before": number(before)}
        told = (
            Input(f"mean of {words['span']}", now, VAS, len(here)),
            Input("mean of the week before the start", before, VAS, n_before),
        )
        found.append(of_days(facts, here, words, *told))
    return found


def still_sore(facts: Facts, rule: Rule, at: At) -> list[Finding]:
    """Find a median of the last of the first days above the week before the start.

    Looked at once those days are over, where 3 of the last 7 of them have a reading.
    """
    first, last = int(at["first_days"]) - WEEK_DAYS, int(at["first_days"]) - 1
    pain, (before, n_before) = facts.mean(rule.context), facts.before
    within = (facts.day >= first) & (facts.day <= last)
    here = looked_at(facts, within & ~np.isnan(pain))
    if facts.last < last or len(here) < DAYS_TO_COUNT:
        return []
    now = float(np.median(pain[here]))
    if not now - before > at["change"]:
        return []
    words = {
        "first": number(first),
        "last": number(last),
        "now": number(now),
        "before": number(before),
    }
    told = (
        Input("median of those days", now, VAS, len(here)),
        Input("mean of the week before the start", before, VAS, n_before),
    )
    return [of_days(facts, here, words, *told)]
