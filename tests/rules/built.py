"""Days built for each rule: one log on which it fires, and the same log one step below."""

import pandas as pd

from analysis.days import Days
from analysis.rules import Statement, silent, statements
from tests.diaries import START, days_of, every, pain, sessions

BEFORE, COURSE = range(-7, 0), range(84)


def during(by_day: dict[int, float]) -> pd.DataFrame:
    return pain("a", by_day, "during")


def morning(by_day: dict[int, float]) -> pd.DataFrame:
    return pain("a", by_day)


def by_week(*means: float) -> dict[int, float]:
    """Return daily readings whose weekly means are these, from week 1."""
    return {7 * w + d: mean for w, mean in enumerate(means) for d in range(7)}


def sport(by_day: dict[int, float]) -> pd.DataFrame:
    when = [START + pd.Timedelta(days=day) for day in by_day]
    return pd.DataFrame(
        {"person": "a", "started": when, "sport": "running", "minutes": list(by_day.values())}
    )


def free_of_pain(felt: float = 5, reps: float = 45, kg: float = 5, sets: float = 3) -> Days:
    """Return three exercise days, of which the last can differ."""
    done = sessions("a", {40: 45, 41: 45, 43: reps}, sets=[3, 3, sets], added_kg=[kg] * 3)
    return days_of(done, during({40: 0, 41: 5, 43: felt}))


def two_sets(*days: int) -> Days:
    return days_of(sessions("a", every(days, 30), sets=2), during(every(days, 40)))


def four_weeks(last_week: float) -> Days:
    return days_of(sessions("a", every(range(28), 90)), morning(by_week(60, 60, 60, last_week)))


def evenings(last: float) -> Days:
    felt = pain("a", every(range(5), 20) | every(range(5, 10), last), "after")
    return days_of(felt, activities=sport(every(range(10), 30)))


def still_in_sport(felt: float) -> Days:
    days = range(1, 4)
    done, active = sessions("a", every(days, 45)), pain("a", every(days, felt), "activity")
    return days_of(done, during(every(days, 5)), active)


def weekly(*means: float) -> Days:
    return days_of(morning(by_week(*means)))


def lowered(only: str) -> Days:
    return days_of(sessions("a", {2: 45}, lowering_only=only))


def first_week(days: int) -> Days:
    return days_of(sessions("a", every(range(days), 90)), morning({6: 20}))


def course_to(day: int) -> Days:
    told = {"person": ["a"], "protocol": ["Jonsson"]}
    return days_of(sessions("a", every(range(day + 1), 90)), prescriptions=told)


def from_before(days: range, now: float) -> Days:
    return days_of(morning(every(BEFORE, 20) | every(days, now)))


def small(last: float) -> Days:
    return days_of(sessions("a", {0: 20, 1: 30, 3: last}))


def drops(reps: float) -> Days:
    return days_of(sessions("a", {5: reps}))


def felt(context: str, vas: float) -> Days:
    return days_of(pain("a", {3: vas}, context))


def next_morning(vas: float) -> Days:
    return days_of(pain("a", {3: 40}, "after"), morning({4: vas}))


def carried(kg: float) -> Days:
    return days_of(sessions("a", {0: 45, 7: 45}, added_kg=[0, kg]))


def minutes(second: float) -> Days:
    return days_of(sessions("a", {0: 45}), during({9: 0}), activities=sport({1: 100, 8: second}))


CASES = {
    "article.mild_to_moderate": (felt("during", 6), felt("during", 5)),
    "article.severe": (felt("during", 75), felt("during", 74)),
    "article.add_weight": (free_of_pain(), free_of_pain(felt=6)),
    "article.build_to_full": (two_sets(0, 1, 2), two_sets(0, 1)),
    "article.more_volume": (four_weeks(46), four_weeks(45)),
    "article.evenings_after_sport": (evenings(36), evenings(35)),
    "article.sport_still_hurts": (still_in_sport(6), still_in_sport(5)),
    "article.steadily_worse": (weekly(20, 25, 30, 36), weekly(20, 25, 30, 35)),
    "article.other_leg": (lowered("no"), lowered("yes")),
    "article.every_day": (first_week(6), first_week(7)),
    "article.maintenance": (course_to(84), course_to(83)),
    "readers.early_soreness": (from_before(range(7), 36), from_before(range(7), 35)),
    "readers.still_sore": (from_before(range(21, 28), 36), from_before(range(21, 28), 35)),
    "readers.ramp_up": (small(30), small(31)),
    "readers.very_many": (drops(400), drops(399)),
    "silbernagel.ceiling_during": (felt("during", 51), felt("during", 50)),
    "silbernagel.ceiling_after": (felt("after", 51), felt("after", 50)),
    "silbernagel.gone_by_morning": (next_morning(6), next_morning(5)),
    "silbernagel.week_on_week": (weekly(20, 36), weekly(20, 35)),
    "handout.early_soreness": (from_before(range(7, 14), 36), from_before(range(14, 21), 36)),
    "handout.significant_pain": (felt("during", 75), felt("during", 74)),
    "handout.add_weight": (free_of_pain(kg=59), free_of_pain(kg=60)),
    "handout.weight_in_steps": (carried(6), carried(5)),
    "handout.sport_in_steps": (minutes(121), minutes(120)),
    "handout.week_of_rest": (weekly(20, 36), weekly(20, 35)),
}
"""By set and rule: the days it fires on, and those it is silent on."""

OPTIONS = {"article.evenings_after_sport": {"evening": "after"}}


def said(name: str, one: Days, **options) -> list[Statement]:
    """Return what one rule, named by its set and key, says about these days."""
    rule_set, key = name.split(".")
    told = statements(one, rule_set, **OPTIONS.get(name, {}), **options)
    return [one for one in told if one.rule == key]


def why(name: str, one: Days, **options) -> list[str]:
    """Return why one rule cannot be put to these days; nothing where it can."""
    rule_set, key = name.split(".")
    told = silent(one, rule_set, **OPTIONS.get(name, {}), **options)
    return [one.why for one in told if one.rule == key]
