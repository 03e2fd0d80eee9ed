"""Tests of the course: days it was done, what a dose went together with, what follows it."""

import numpy as np

from analysis.baseline import FIRST_WEEK, VISIT
from analysis.days.placing import WEEK_DAYS
from analysis.rules.catalogue import Rule
from analysis.rules.facts import Facts
from analysis.rules.findings import VAS, At, Finding, Input, looked_at, of_days, weeks_words
from analysis.rules.weeks import in_a_row, pain_logged, title, weekly_mean
from analysis.wording import listed, number, plural

WHEN_BEFORE = {FIRST_WEEK: "in the first week", VISIT: "at week 0"}


def no_change_at_dose(facts: Facts, rule: Rule, at: At) -> list[Finding]:
    """Find weeks not below the baseline by the change looked at, after weeks at one dose.

    Weeks that follow one another are one finding, told by the last of them.
    """
    weeks, before = facts.weeks, float(facts.baseline.mean[0])
    week = weeks["week"].to_numpy()
    hit = (week >= at["weeks"]) & (weeks["mean"].to_numpy() - before > -at["change"])
    tried = [_mean_dose(facts, number_of, at) for number_of in week]
    hit &= np.array([at["low"] <= drops <= at["high"] for drops, _ in tried])
    return [
        _unchanged(facts, rule, week[run], weekly_mean(weeks, run[-1]), *tried[run[-1]])
        for run in in_a_row(hit, week)
    ]


def _unchanged(
    facts: Facts, rule: Rule, weeks: np.ndarray, now: Input, drops: float, exercised: int
) -> Finding:
    start = facts.baseline
    before = Input("baseline", float(start.mean[0]), VAS, int(start.n[0]))
    words = {
        "pain": title(facts, rule),
        "now": number(now.value),
        "last_week": weeks_words(weeks[-1:]),
        "n_now": plural(now.n, "day"),
        "before": number(before.value),
        "when_before": WHEN_BEFORE.get(start.kind, start.kind),
        "n_before": plural(before.n, "day"),
        "drops": number(drops),
        "exercised": number(exercised),
    }
    done = Input("mean drops", drops, "drops on an exercise day", exercised)
    here = pain_logged(facts, rule.context, weeks)
    return of_days(facts, here, words, now, before, done)


def _mean_dose(facts: Facts, week: int, at: At) -> tuple[float, int]:
    """Return the mean drops of the exercise days of the last weeks, and how many they are.

    NaN where fewer of the days than the share asked for have drops of known number.
    """
    length = int(at["weeks"]) * WEEK_DAYS
    last = WEEK_DAYS * week - 1
    within = (facts.day > last - length) & (facts.day <= last)
    here = looked_at(facts, within & facts.did & ~np.isnan(facts.reps))
    enough = len(here) >= length * at["share"] / 100
    return (float(facts.reps[here].mean()) if enough else np.nan), len(here)


def short_weeks(facts: Facts, rule: Rule, at: At) -> list[Finding]:
    """Find weeks that are over, with exercise logged on fewer days than the course has.

    Weeks that follow one another are one finding; its days are those without exercise.
    """
    over = max(min((facts.last + 1) // WEEK_DAYS, int(at["weeks"])), 0)
    week = facts.day // WEEK_DAYS
    inside = (week >= 0) & (week < over)
    counts = np.bincount(week[inside], weights=facts.did[inside], minlength=over)
    weeks = np.arange(1, over + 1)
    found = []
    for run in in_a_row(counts < at["a_week"], weeks):
        span = np.arange(WEEK_DAYS * run[0], WEEK_DAYS * (run[-1] + 1))
        days = np.setdiff1d(span, facts.day[facts.did])
        each = [number(int(n)) for n in counts[run]]
        off = facts.one.rest | (facts.reps == 0)
        noted = int(np.isin(days, facts.day[off]).sum())
        words = {"counts": listed(each), "span": weeks_words(weeks[run]), "off": number(noted)}
        total = float(counts[run].sum())
        told = Input("exercise days", total, "days", WEEK_DAYS * len(run))
        found.append(Finding(days, words, (told,)))
    return found


def after_the_course(facts: Facts, rule: Rule, at: At) -> list[Finding]:
    """Find what was done since the course ended, where it has."""
    end = facts.end
    if end is None or not facts.over:
        return []
    here = looked_at(facts, facts.did & (facts.day > end))
    since = facts.last - end
    words = {"end": number(end), "since": plural(since, "day")}
    return [of_days(facts, here, words, Input("exercise days", float(len(here)), "days", since))]
