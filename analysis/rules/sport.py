"""Tests of other sport: evenings after it, pain in it, and how fast it grows."""

import numpy as np

from analysis.context import PAIN_WORDS
from analysis.days.placing import WEEK_DAYS
from analysis.rules.catalogue import Rule
from analysis.rules.facts import Facts
from analysis.rules.findings import (
    VAS,
    At,
    Finding,
    Input,
    looked_at,
    of_days,
    running,
    weeks_words,
)
from analysis.wording import number


def evenings_rise(facts: Facts, rule: Rule, at: At) -> list[Finding]:
    """Find the last days of sport, where their evenings are sorer than those before them."""
    pain, days = facts.mean(rule.context), int(at["sport_days"])
    looked = looked_at(facts, (facts.one.minutes > 0) & ~np.isnan(pain))
    if len(looked) < 2 * days:
        return []
    here, earlier = looked[-days:], looked[-2 * days : -days]
    now, before = float(pain[here].mean()), float(pain[earlier].mean())
    if not now - before > at["change"]:
        return []
    words = {
        "pain": PAIN_WORDS[facts.context(rule.context)],
        "now": number(now),
        "before": number(before),
    }
    told = (
        Input("mean of the last evenings", now, VAS, days),
        Input("mean of the evenings before them", before, VAS, days),
    )
    return [of_days(facts, here, words, *told)]


def free_but_not_in_activity(facts: Facts, rule: Rule, at: At) -> list[Finding]:
    """Find exercise days running without pain, in whose time activity still hurt."""
    worst, active = facts.worst("during"), facts.mean(rule.context)
    looked = looked_at(facts, facts.did & ~np.isnan(worst))
    found = []
    for here in running(facts, at, looked, worst <= at["pain_free"]):
        felt = active[here[0] : here[-1] + 1]
        felt = felt[~np.isnan(felt)]
        if len(felt) >= at["readings"] and felt.mean() > at["pain_free"]:
            now, n = float(felt.mean()), len(felt)
            told = (
                Input(f"worst {PAIN_WORDS['during']}", float(worst[here].max()), VAS, len(here)),
                Input(f"mean {PAIN_WORDS[rule.context]}", now, VAS, n),
            )
            found.append(of_days(facts, here, {"now": number(now), "felt": number(n)}, *told))
    return found


def steep_sport(facts: Facts, rule: Rule, at: At) -> list[Finding]:
    """Find weeks with more minutes of sport than the week before allows for.

    A day without minutes adds none, so a week that was logged in part looks small.
    """
    looked = looked_at(facts, facts.one.minutes > 0)
    week = facts.day[looked] // WEEK_DAYS + 1
    minutes = np.bincount(week, weights=facts.one.minutes[looked]) if len(looked) else np.zeros(0)
    found = []
    for now in range(2, len(minutes)):
        before, here = minutes[now - 1], looked[week == now]
        if before >= at["least"] and minutes[now] > before * (1 + at["percent"] / 100):
            words = {
                "now": number(minutes[now]),
                "before": number(before),
                "grown": number(100 * (minutes[now] / before - 1), 0),
                "last_week": weeks_words(np.array([now])),
                "first_week": weeks_words(np.array([now - 1])),
            }
            told = (
                Input("sport in the week", float(minutes[now]), "minutes", len(here)),
                Input("sport in the week before", float(before), "minutes", sum(week == now - 1)),
            )
            found.append(of_days(facts, here, words, *told))
    return found
