"""Week by week: everyone's lines and each group's mean, own slopes, who stopped, the model."""

from dataclasses import replace

import streamlit as st

import session
from analysis.charts.picture import Picture
from analysis.charts.trajectories import trajectories
from analysis.groups.cohort import Cohort
from analysis.groups.parts import weeks
from analysis.groups.weeks.sections import MODEL, TIPPING
from pages.parts import show_picture, show_section

NO_WEEK = "Nobody has a week with at least 3 logged days, so there is no line to draw."


def show(cohort: Cohort, told: weeks.Weeks) -> None:
    """Show everyone's weeks and the means, then slopes, who stopped, the model, and what if."""
    if (told.means["week"] <= told.week).any():
        settings = weeks.rests_on(cohort.asked)
        picture = session.kept("trajectories", settings, lambda: _picture(told))
        show_picture(picture, "trajectories")
    else:
        st.info(NO_WEEK)
    for section in weeks.say(told):
        by_table = section.title == TIPPING  # its numbers stand in the table, side by side
        shown = replace(section, estimates=()) if by_table else section
        show_section(shown, tabled=section.title != MODEL)  # the picture has that table


def _picture(told: weeks.Weeks) -> Picture:
    model = told.model.weeks if told.model else None
    return trajectories(lines=told.lines, means=told.means, week=told.week, model=model)
