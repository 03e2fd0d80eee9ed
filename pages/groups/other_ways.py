"""Other ways to ask: every other method, one under another, each saying what it asks."""

import streamlit as st

import session
from analysis.groups.comparison import Comparison
from analysis.groups.methods.further import Further, further
from analysis.groups.methods.sections import Section
from analysis.outcomes import Options, Outcomes
from pages.parts import on_demand, show_estimates, show_table

TITLE = "Other ways to ask"
MARGIN = "A margin, set before looking (points VAS)"


def show(table: Outcomes, found: Comparison) -> None:
    """Show the sections, each opened on demand; a margin can be set for equivalence."""
    margin = st.number_input(
        MARGIN,
        min_value=1.0,
        max_value=50.0,
        value=None,
        step=1.0,
        key="margin",
        persist_state="session",
        help="Differences smaller than this would not matter to anyone. Choose it before you "
        "look at the result; it holds the groups against “alike”.",
    )
    key = (found.by, table.week, table.context, len(table.table), margin)
    told = session.kept("further", key, lambda: _further(table, found, margin))
    for section in told:
        body = on_demand(section.title, f"further-{section.title}")
        if body is not None:
            with body:
                _show(section)


def _further(table: Outcomes, found: Comparison, margin: float | None) -> tuple[Section, ...]:
    contexts = [name for name in session.days().pain if name != table.context]
    whole = len(table.table) == len(session.days().tendons)
    others = [session.outcomes_at(Options(table.week, name)) for name in contexts] if whole else []
    return further(table, found.by, Further(margin=margin), others, found)


def _show(section: Section) -> None:
    st.caption(section.note)
    if section.table is not None:
        frame = section.table
        show_table(frame.rename_axis("").reset_index(), alt=section.title)
    show_estimates(section.estimates)
