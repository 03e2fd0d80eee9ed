"""Am I doing the dose?"""

import streamlit as st

import session
from analysis.adherence import adherence
from analysis.charts.added_mass import added_mass
from analysis.charts.calendar import calendar
from analysis.charts.weekly_dose import weekly_dose
from analysis.days import Days
from analysis.tendon.dose import dose_by_week, dose_sentence
from analysis.tendon.progress import unit_of
from pages.parts import on_demand, show_estimates, show_picture


def show(days: Days, tendon: int, context: str | None) -> None:
    """Show done beside prescribed: in a sentence, week by week, and as four shares."""
    one = days.alone(tendon)
    st.write(dose_sentence(one))
    weeks = session.kept("dose", tendon, lambda: dose_by_week(one))
    show_picture(weekly_dose(weeks, unit=unit_of(one)), "dose")
    show_estimates(adherence(days, tendon))
    frame = days.frame(tendon)
    _folded("The course as a calendar", lambda: calendar(frame))
    if context is not None and frame[f"pain_{context}"].notna().any():
        _folded("Pain as a calendar", lambda: calendar(frame, pain=context))
    if frame["added_kg"].notna().any():
        _folded("Added weight over time", lambda: added_mass(frame))


def _folded(label: str, picture) -> None:
    section = on_demand(label, label)
    if section is not None:
        with section:
            show_picture(picture(), label)
