"""Statements: what a rule set says about one tendon's days, and which rules cannot say."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import numpy as np
import pandas as pd

from analysis.context import chosen_context
from analysis.days import Days
from analysis.rules.catalogue import Rule, rule_sets, thresholds_in_force
from analysis.rules.facts import Facts, up_to
from analysis.rules.findings import Finding, Input
from analysis.rules.register import TESTS
from analysis.wording import number

CLINICIAN = (
    "Whatever is shown here: a sudden sharp pain or a snap, or a calf that cannot push off or lift "
    "onto tiptoe, is for a doctor today; swelling that grows, redness, heat or fever, or pain that "
    "keeps rising, for a doctor or physiotherapist soon. This page describes what was logged; it "
    "is no diagnosis."
)
"""Stands beside every rule set, whatever it says."""

MAINTENANCE = "maintenance"


@dataclass(frozen=True)
class Statement:
    """What one rule says about some days: it describes and asks, and gives no orders.

    Attributes
    ----------
    rule, name, rule_set, kind : str
        The rule's key, its plain name, the name of its set, and what it is about.
    sentence : str
    inputs : tuple of Input
        The numbers behind it, each with its unit and how many days are in it.
    days : tuple of int
        The programme days it speaks of, in order.
    dates : tuple of datetime.date
        The same days as dates; empty where the log has none.
    thresholds : mapping of str to float
        The settings used, by their key.
    """

    rule: str
    name: str
    rule_set: str
    kind: str
    sentence: str
    inputs: tuple[Input, ...]
    days: tuple[int, ...]
    dates: tuple[date, ...]
    thresholds: Mapping[str, float]


@dataclass(frozen=True)
class Silent:
    """A rule that cannot be put to these days, and why."""

    rule: str
    name: str
    rule_set: str
    why: str


def statements(
    one: Days,
    rule_set: str,
    thresholds: Mapping[str, float] | None = None,
    *,
    context: str | None = None,
    evening: str = "",
    through: int | None = None,
) -> tuple[Statement, ...]:
    """Return what a rule set says about one tendon's days, newest first.

    Every context of pain stands alone; a rule looks at two only where its source does,
    and says so. A day not logged is passed over, never taken as without pain or without
    exercise. After the course only the rule of maintenance speaks; ``through`` looks
    from an earlier day.

    Parameters
    ----------
    one : Days
        One tendon only.
    rule_set : str
        A key of :func:`rule_sets`.
    thresholds : mapping of str to float, optional
        Settings by key, in their own units, that are not to have their default.
    context : str, optional
        Which pain is averaged by week; the log's only one, else morning, where not given.
    evening : str
        Which of the log's contexts was felt in the evening; "" for none.
    through : int, optional
        Programme day that is looked from; the log's last where not given.

    Raises
    ------
    ValueError
        Where the set, a threshold or a context is not known, or a number is out of range.

    Examples
    --------
    >>> from analysis.days import reduce_log
    >>> from analysis.model import Log
    >>> pain = pd.DataFrame({"person": ["a"], "day": [3], "context": ["during"], "vas": [62]})
    >>> one = reduce_log(Log().with_tables(pain=pain))
    >>> [said.sentence for said in statements(one, "silbernagel")]
    ['Pain during the exercise was above 50 of 100 on 1 of 1 logged day (day 3), at most 62.
    The Silbernagel type of model keeps it at 50 or below.']
    """
    chosen = thresholds_in_force(thresholds)
    told = _asked(one, context, evening, through, chosen)
    said = [
        _statement(told, rule, finding, chosen)
        for rule in _rules(rule_set)
        if not _why_silent(told, rule)
        for finding in TESTS[rule.test](told, rule, _at(rule, chosen))
    ]
    return tuple(sorted(said, key=lambda one: one.days[-1:], reverse=True))


def silent(
    one: Days,
    rule_set: str,
    thresholds: Mapping[str, float] | None = None,
    *,
    context: str | None = None,
    evening: str = "",
    through: int | None = None,
) -> tuple[Silent, ...]:
    """Return the rules of a set that cannot be put to these days, and what they lack.

    One that found nothing is not among them. Takes what :func:`statements` takes.

    Examples
    --------
    >>> from analysis.days import reduce_log
    >>> from analysis.model import Log
    >>> rows = pd.DataFrame({"person": ["a"], "day": [3], "context": ["during"], "vas": [62]})
    >>> one = reduce_log(Log().with_tables(pain=rows))
    >>> silent(one, "silbernagel")[0].why
    'needs pain after the exercise; the log notes none'
    """
    chosen = thresholds_in_force(thresholds)
    told = _asked(one, context, evening, through, chosen)
    found = ((rule, _why_silent(told, rule)) for rule in _rules(rule_set))
    name = rule_sets()[rule_set].name
    return tuple(Silent(rule.key, rule.name, name, why) for rule, why in found if why)


def _rules(rule_set: str) -> list[Rule]:
    if rule_set not in rule_sets():
        raise ValueError(f"No rule set is called {rule_set!r}; there are {', '.join(rule_sets())}.")
    return list(rule_sets()[rule_set].rules.values())


def _asked(
    one: Days, context: str | None, evening: str, through: int | None, chosen: Mapping[str, float]
) -> Facts:
    weekly_context, _ = chosen_context(list(one.pain), context)
    if evening:
        chosen_context(list(one.pain), evening)
    seen = one if through is None else up_to(one, through)
    return Facts(seen, weekly_context, evening, chosen["course_weeks"])


def _at(rule: Rule, chosen: Mapping[str, float]) -> dict[str, float]:
    return {part: chosen[key] for part, key in rule.settings.items()}


def _why_silent(told: Facts, rule: Rule) -> str:
    """Return why a rule cannot speak; "" where it can."""
    lacks = [words for words in map(told.lacks, rule.looks_at) if words]
    if lacks:
        return f"needs {lacks[0]}"
    if rule.kind == MAINTENANCE:
        return "" if told.over else "speaks of the days after the course"
    return f"speaks of the course, which ended with day {number(told.end)}" if told.over else ""


def _statement(told: Facts, rule: Rule, finding: Finding, chosen: Mapping[str, float]) -> Statement:
    start = told.one.tendons["start"].iloc[0]
    when = [] if pd.isna(start) else start + pd.to_timedelta(finding.days, unit="D")
    at = {part: number(value) for part, value in _at(rule, chosen).items()}
    return Statement(
        rule=rule.key,
        name=rule.name,
        rule_set=rule_sets()[rule.rule_set].name,
        kind=rule.kind,
        sentence=rule.text.format_map({**at, **finding.words}),
        inputs=finding.inputs,
        days=tuple(np.asarray(finding.days).tolist()),
        dates=tuple(day.date() for day in when),
        thresholds={key: chosen[key] for key in rule.settings.values()},
    )
