"""Is it the variant or the volume?"""

import streamlit as st

import session
from analysis.groups.comparison import Comparison
from analysis.groups.crossing.crossed import VARIANTS, VOLUME, named
from analysis.groups.crossing.factorial import Factorial, factorial
from analysis.outcomes import Outcomes
from pages.parts import show_estimates, show_table

TITLE = "Is it the variant or the volume?"


def fits(table: Outcomes, found: Comparison) -> bool:
    """Return whether the log says both what people did and how much was prescribed."""
    known = table.table
    variant = any(name in known and known[name].notna().any() for name in VARIANTS)
    return variant and VOLUME in known and bool(known[VOLUME].notna().any()) and not found.withheld


def show(table: Outcomes, found: Comparison) -> None:
    """Show both apart where all combinations have people, else what cannot be told."""
    told: Factorial = session.kept("factorial", _key(table), lambda: factorial(table))
    st.write(told.sentence)
    cells = told.cells.rename(columns=lambda volume: f"{volume} a day").reset_index()
    show_table(cells, alt="people in the number, by variant and prescribed drops a day")
    st.caption("People in the number. An empty combination is a 0.")
    for item in told.refused:
        st.markdown(f"**Not attributed to {named(item['what'])}.** {item['why']}")
    show_estimates(told.estimates)
    for warning in told.warnings:
        st.caption(warning)


def _key(table: Outcomes) -> tuple:
    return table.context, table.week, len(table.table)
