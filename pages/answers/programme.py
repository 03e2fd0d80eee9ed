"""What does the programme say about days like these?"""

import streamlit as st

import session
from analysis.charts.rule_days import rule_days
from analysis.context import PAIN_WORDS
from analysis.days import Days
from analysis.rules import (
    CLINICIAN,
    RuleSet,
    Setting,
    Silent,
    Statement,
    in_short,
    rule_sets,
    settings,
    silent,
    statements,
)
from analysis.wording import number, plural
from pages.parts import on_demand, show_picture

NEWEST = 3
OWN = "this project's own decision"


def show(days: Days, tendon: int, context: str | None) -> None:
    """Show what one rule set says: in a sentence, as days, and its newest statements in full."""
    sets = rule_sets()
    chosen = st.segmented_control(
        "Rules of",
        list(sets),
        default=next(iter(sets)),
        required=True,
        format_func=lambda key: sets[key].name,
        key="rules",
        bind="query-params",
        persist_state="session",
    )
    rule_set, one = sets[chosen], days.alone(tendon)
    told, evening = _changed(rule_set), _evening_chosen(days)
    key = ("rules", tendon, chosen, context, evening, tuple(sorted(told.items())))
    said = session.kept(
        "rules", key, lambda: statements(one, chosen, told, context=context, evening=evening)
    )
    st.write(in_short(rule_set, said, int(one.day[-1])))
    st.caption(f"{rule_set.about} Source: {rule_set.source}")
    if any(statement.days for statement in said):
        show_picture(rule_days(days.frame(tendon)[["day", "date"]], said), "rules")
    for statement in said[:NEWEST]:
        _show(statement)
    _earlier(said[NEWEST:])
    _silent(silent(one, chosen, told, context=context, evening=evening))
    _thresholds(rule_set)
    if any(rule.context == "evening" for rule in rule_set.rules.values()):
        _ask_for_the_evening(days)
    st.caption(CLINICIAN)


def _show(statement: Statement) -> None:
    st.markdown(f"**{statement.name}.** {statement.sentence}")
    dates = [f"{day:%Y-%m-%d}" for day in statement.dates[-NEWEST:]]
    numbers = [
        f"{told.name}: {number(told.value)} {told.unit}, from {plural(told.n, 'day')}"
        for told in statement.inputs
    ]
    more = f" Last days it speaks of: {', '.join(dates)}." if dates else ""
    st.caption(f"What it looked at: {'; '.join(numbers)}.{more}")


def _earlier(said: tuple[Statement, ...]) -> None:
    label = f"{plural(len(said), 'earlier statement')}"
    section = on_demand(label, "rules-earlier") if said else None
    if section is not None:
        with section:
            for statement in said:
                _show(statement)


def _silent(found: tuple[Silent, ...]) -> None:
    section = on_demand("Rules that cannot speak of these days", "rules-silent")
    if section is None:
        return
    with section:
        for rule in found:
            st.markdown(f"**{rule.name}** {rule.why}.")
        if not found:
            st.write("All rules of this set could be put to these days.")


def _ask_for_the_evening(days: Days) -> None:
    """Ask which pain was felt in the evening, since no log says so and one rule needs it."""
    st.selectbox(
        "Which pain was felt in the evening? One of these rules asks for it.",
        ["", *days.pain],
        format_func=lambda name: PAIN_WORDS[name] if name else "none of those in the log",
        key="evening",
        persist_state="session",
    )


def _evening_chosen(days: Days) -> str:
    chosen = st.session_state.get("evening", "")
    return chosen if chosen in days.pain else ""


def _changed(rule_set: RuleSet) -> dict[str, float]:
    """Return the thresholds of a set that were changed."""
    chosen = {s.key: st.session_state.get(f"threshold-{s.key}", s.default) for s in _used(rule_set)}
    return {key: value for key, value in chosen.items() if value != settings()[key].default}


def _used(rule_set: RuleSet) -> list[Setting]:
    used = {key for rule in rule_set.rules.values() for key in rule.settings.values()}
    return [setting for key, setting in settings().items() if key in used]


def _thresholds(rule_set: RuleSet) -> None:
    """Show every threshold of the set with its source; each can be changed."""
    section = on_demand("The thresholds, and where they come from", "rules-thresholds")
    if section is None:
        return
    with section:
        for setting in _used(rule_set):
            _threshold(setting)


def _threshold(setting: Setting) -> None:
    whole = float(setting.default).is_integer()
    st.number_input(
        f"{setting.name} ({setting.unit})",
        min_value=float(setting.low),
        max_value=float(setting.high),
        value=float(setting.default),
        step=1.0 if whole else 0.01,
        format="%.0f" if whole else "%.2f",
        key=f"threshold-{setting.key}",
        persist_state="session",
    )
    source = OWN if setting.source == "project" else setting.source
    st.caption(f"Source: {source}. {setting.note}".strip())
