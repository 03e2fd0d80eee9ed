"""What does the programme say about days like these?"""

import streamlit as st

import session
from analysis.days import Days
from analysis.rules import (
    CLINICIAN,
    RuleSet,
    Setting,
    Silent,
    Statement,
    rule_sets,
    settings,
    silent,
    statements,
)
from analysis.wording import number
from pages.parts import on_demand

NEWEST = 3
NOTHING = "None of its rules has anything to say about these days."
PAIN_OF_THE_EVENING = "Felt in the evening"
OWN = "this project's own decision"


def show(days: Days, tendon: int, context: str | None) -> None:
    """Show what one rule set says: its newest statements, the others on demand."""
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
    rule_set = sets[chosen]
    st.caption(f"{rule_set.about} Source: {rule_set.source}")
    told = _thresholds(rule_set)
    evening = _evening(days) if any(r.context == "evening" for r in rule_set.rules.values()) else ""
    key = ("rules", tendon, chosen, context, evening, tuple(sorted(told.items())))
    one = days.alone(tendon)
    said = session.kept(
        "rules", key, lambda: statements(one, chosen, told, context=context, evening=evening)
    )
    if not said:
        st.write(NOTHING)
    for statement in said[:NEWEST]:
        _show(statement)
    _rest(said[NEWEST:])
    _silent(silent(one, chosen, told, context=context, evening=evening))
    st.caption(CLINICIAN)


def _show(statement: Statement) -> None:
    st.markdown(f"**{statement.name}.** {statement.sentence}")
    dates = [f"{day:%Y-%m-%d}" for day in statement.dates[-NEWEST:]]
    numbers = [
        f"{told.name} {number(told.value)} {told.unit} (n = {told.n})" for told in statement.inputs
    ]
    more = f" Last days it speaks of: {', '.join(dates)}." if dates else ""
    st.caption(f"{'; '.join(numbers)}.{more}")


def _rest(said: tuple[Statement, ...]) -> None:
    section = on_demand(f"{len(said)} earlier", "rules-earlier") if said else None
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


def _evening(days: Days) -> str:
    contexts = ["", *days.pain]
    return st.selectbox(
        PAIN_OF_THE_EVENING,
        contexts,
        format_func=lambda name: f"the pain noted as “{name}”" if name else "none of the pains",
        key="evening",
    )


def _thresholds(rule_set: RuleSet) -> dict[str, float]:
    """Show every threshold of the set with its source, and return those that were changed."""
    used = {key for rule in rule_set.rules.values() for key in rule.settings.values()}
    known = [setting for key, setting in settings().items() if key in used]
    section = on_demand("The thresholds, and where they come from", "rules-thresholds")
    if section is not None:
        with section:
            for setting in known:
                _threshold(setting)
    chosen = {s.key: st.session_state.get(f"threshold-{s.key}", s.default) for s in known}
    return {s.key: chosen[s.key] for s in known if chosen[s.key] != s.default}


def _threshold(setting: Setting) -> None:
    st.number_input(
        f"{setting.name} ({setting.unit})",
        min_value=float(setting.low),
        max_value=float(setting.high),
        value=float(setting.default),
        step=1.0,
        key=f"threshold-{setting.key}",
        persist_state="session",
    )
    source = OWN if setting.source == "project" else setting.source
    st.caption(f"Source: {source}. {setting.note}".strip())
