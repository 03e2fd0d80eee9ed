"""Tests of pain on single days: within two levels, at a level, over it, gone by morning."""

import numpy as np

from analysis.context import PAIN_WORDS
from analysis.rules.catalogue import Rule
from analysis.rules.facts import Facts
from analysis.rules.findings import VAS, At, Finding, Input, close_by, looked_at, of_days
from analysis.wording import number, plural


def between(facts: Facts, rule: Rule, at: At) -> list[Finding]:
    """Find the last day with a reading, where its worst pain lies between two levels."""
    worst = facts.worst(rule.context)
    last = looked_at(facts, ~np.isnan(worst))[-1:]
    if not ((at["low"] < worst[last]) & (worst[last] < at["high"])).any():
        return []
    top = float(worst[last][0])
    return [of_days(facts, last, {"worst": number(top)}, worst_pain(rule, top, 1))]


def reached(facts: Facts, rule: Rule, at: At) -> list[Finding]:
    """Find days whose worst pain is at a level or over it."""
    worst = facts.worst(rule.context)
    return _strong(facts, rule, worst, worst >= at["level"], at)


def above(facts: Facts, rule: Rule, at: At) -> list[Finding]:
    """Find days whose worst pain is over a level."""
    worst = facts.worst(rule.context)
    return _strong(facts, rule, worst, worst > at["level"], at)


def not_gone_by_morning(facts: Facts, rule: Rule, at: At) -> list[Finding]:
    """Find mornings on which pain of the day before, during or after, had not gone.

    The rule's source speaks of both, so the worse of the two stands for that day.
    """
    felt = np.fmax(facts.worst("during"), facts.worst("after"))
    yesterday = np.concatenate([[np.nan], felt])[: len(felt)]
    asked = (yesterday > at["pain_free"]) & (facts.day > 0)
    morning = np.where(asked, facts.worst(rule.context), np.nan)
    return _strong(facts, rule, morning, morning > at["gone"], at)


def _strong(facts: Facts, rule: Rule, worst: np.ndarray, hit: np.ndarray, at: At) -> list[Finding]:
    looked = looked_at(facts, ~np.isnan(worst))
    found = []
    for here in close_by(facts, at, looked, hit):
        logged = int(((looked >= here[0]) & (looked <= here[-1])).sum())
        top = float(worst[here].max())
        words = {
            "hits": number(len(here)),
            "logged": plural(logged, "logged day"),
            "worst": number(top),
        }
        found.append(of_days(facts, here, words, worst_pain(rule, top, logged)))
    return found


def worst_pain(rule: Rule, value: float, n: int) -> Input:
    """Return the worst pain of some days as a number that was looked at."""
    return Input(f"worst {PAIN_WORDS[rule.context]}", value, VAS, n)
