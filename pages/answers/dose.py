"""Am I doing the dose?"""

from collections.abc import Callable

import pandas as pd
import streamlit as st

import session
from analysis.adherence import adherence
from analysis.charts.added_mass import added_mass
from analysis.charts.calendar import MOST_WEEKS, calendar
from analysis.charts.picture import Picture
from analysis.charts.weekly_dose import weekly_dose
from analysis.days import Days
from analysis.tendon.dose import dose_by_week, dose_sentence
from analysis.tendon.progress import unit_of
from pages.parts import on_demand, show_answers, show_picture

A_YEAR = 52


def show(days: Days, tendon: int, context: str | None) -> None:
    """Show done beside prescribed: in a sentence, week by week, and as four shares."""
    one = days.alone(tendon)
    st.write(dose_sentence(one))
    weeks = session.kept("dose", tendon, lambda: dose_by_week(one))
    show_picture(weekly_dose(weeks, unit=unit_of(one)), "dose")
    show_answers(adherence(days, tendon))
    frame = days.frame(tendon)
    _folded("The course as a calendar", lambda key: calendar(_a_year_of(frame, key)))
    if context is not None and frame[f"pain_{context}"].notna().any():
        _folded("Pain as a calendar", lambda key: calendar(_a_year_of(frame, key), pain=context))
    if frame["added_kg"].notna().any():
        _folded("Added weight over time", lambda _: added_mass(frame))


def _folded(label: str, picture: Callable[[str], Picture]) -> None:
    section = on_demand(label, label)
    if section is not None:
        with section:
            show_picture(picture(label), label)


def _a_year_of(frame: pd.DataFrame, key: str) -> pd.DataFrame:
    """Let the reader choose which year of a long diary is shown; a short one is shown whole."""
    first, last = int(frame["week"].min()), int(frame["week"].max())
    if last - first < MOST_WEEKS:
        return frame
    begins = list(range(first, last + 1, A_YEAR))
    begin = st.selectbox(
        "Weeks",
        begins,
        len(begins) - 1,
        format_func=lambda week: f"weeks {week} to {min(week + A_YEAR - 1, last)}",
        key=f"weeks-{key}",
    )
    return frame[frame["week"].between(begin, begin + A_YEAR - 1)]
