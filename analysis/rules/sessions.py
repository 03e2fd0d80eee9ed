"""Tests of exercise days: full sessions without pain, sets, drops, weight, the other leg."""

import numpy as np

from analysis.rules.catalogue import Rule
from analysis.rules.facts import Facts
from analysis.rules.findings import (
    At,
    Finding,
    Input,
    close_by,
    looked_at,
    of_days,
    running,
)
from analysis.rules.pain import worst_pain
from analysis.wording import number

A_WEEK = 7


def pain_free_sessions(facts: Facts, rule: Rule, at: At) -> list[Finding]:
    """Find full sessions without pain, running, at one added weight.

    Exercise days without a reading of pain during are passed over; one with pain, or
    with less than a full session, ends a run.
    """
    return [_free_of_pain(facts, rule, here) for here in _full_sessions(facts, rule, at)]


def pain_free_below_top(facts: Facts, rule: Rule, at: At) -> list[Finding]:
    """Find the same as :func:`pain_free_sessions`, at a noted weight below the most."""
    runs = _full_sessions(facts, rule, at)
    below = [here for here in runs if facts.one.added_kg[here[0]] < at["top"]]
    return [_free_of_pain(facts, rule, here) for here in below]


def _full_sessions(facts: Facts, rule: Rule, at: At) -> list[np.ndarray]:
    worst = facts.worst(rule.context)
    looked = looked_at(facts, facts.did & ~np.isnan(worst))
    full = (facts.reps >= at["sets"] * at["reps"]) & ~(facts.sets < at["sets"])
    return running(facts, at, looked, full & (worst <= at["pain_free"]), facts.one.added_kg)


def _free_of_pain(facts: Facts, rule: Rule, here: np.ndarray) -> Finding:
    worst, kg = facts.worst(rule.context)[here], float(facts.one.added_kg[here[0]])
    fewest, n = float(facts.reps[here].min()), len(here)
    told = [
        Input("fewest repetitions", fewest, "repetitions a day", n),
        worst_pain(rule, float(worst.max()), n),
    ]
    if not np.isnan(kg):
        told.append(Input("added weight", kg, "kg", n))
    return of_days(facts, here, {"at_kg": _at_weight(kg)}, *told)


def _at_weight(kg: float) -> str:
    if np.isnan(kg):
        return "(added weight not noted)"
    return f"at {number(kg)} kg" if kg else "with no added weight"


def fewer_sets(facts: Facts, rule: Rule, at: At) -> list[Finding]:
    """Find exercise days running with fewer sets than a full session, pain not severe."""
    worst, sets = facts.worst(rule.context), facts.sets
    looked = looked_at(facts, facts.did & ~np.isnan(worst) & ~np.isnan(sets))
    found = []
    for here in running(facts, at, looked, (sets < at["sets"]) & (worst < at["severe"])):
        most, top = float(sets[here].max()), float(worst[here].max())
        told = Input("most sets", most, "sets a day", len(here))
        words = {"worst": number(top)}
        found.append(of_days(facts, here, words, told, worst_pain(rule, top, len(here))))
    return found


def small_start(facts: Facts, rule: Rule, at: At) -> list[Finding]:
    """Find exercise days running, among the first days, with few drops."""
    looked = looked_at(facts, facts.did & ~np.isnan(facts.reps) & (facts.day < at["first_days"]))
    runs = running(facts, at, looked, facts.reps <= at["drops"])
    return [_drops(facts, here) for here in runs]


def very_many_drops(facts: Facts, rule: Rule, at: At) -> list[Finding]:
    """Find days of very many drops."""
    looked = looked_at(facts, facts.did & ~np.isnan(facts.reps))
    runs = close_by(facts, at, looked, facts.reps >= at["drops"])
    return [_drops(facts, here) for here in runs]


def _drops(facts: Facts, here: np.ndarray) -> Finding:
    most = float(facts.reps[here].max())
    told = Input("most drops", most, "drops a day", len(here))
    return of_days(facts, here, {"most": number(most)}, told)


def raised_and_lowered(facts: Facts, rule: Rule, at: At) -> list[Finding]:
    """Find days whose drops are noted as raised and lowered on the same leg."""
    looked = looked_at(facts, ~np.isnan(facts.both_ways))
    found = []
    for here in close_by(facts, at, looked, facts.both_ways > 0):
        drops = float(facts.both_ways[here].sum())
        told = Input("raised and lowered on this leg", drops, "drops", len(here))
        found.append(of_days(facts, here, {"drops": number(drops)}, told))
    return found


def steep_weight(facts: Facts, rule: Rule, at: At) -> list[Finding]:
    """Find days whose added weight is more than a step above the least of the week before."""
    kg = facts.one.added_kg
    least = _least_of_week_before(kg)
    looked = looked_at(facts, ~np.isnan(kg))
    new = np.zeros(len(kg), dtype=bool)
    new[looked[1:]] = np.diff(kg[looked]) > 0
    found = []
    for here in close_by(facts, at, looked, new & (kg - least > at["step"])):
        top = here[np.argmax(kg[here] - least[here])]
        words = {"before": number(least[top]), "now": number(kg[top])}
        told = Input("rise of the added weight in 7 days", float(kg[top] - least[top]), "kg", 2)
        found.append(of_days(facts, here, words, told))
    return found


def _least_of_week_before(values: np.ndarray) -> np.ndarray:
    """Return the least value of the 7 days before each day; NaN where there is none."""
    padded = np.concatenate([np.full(A_WEEK, np.nan), values])
    shifted = [padded[k : k + len(values)] for k in range(A_WEEK)]
    return np.fmin.reduce(shifted)
