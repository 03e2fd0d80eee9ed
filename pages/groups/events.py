"""Time to pain free, and to the return to activity."""

import streamlit as st

from analysis.charts.survival import survival as picture_of
from analysis.days.placing import WEEK_DAYS
from analysis.groups.cohort import Cohort
from analysis.groups.parts import events
from pages.groups.choices import choose_pain_free
from pages.parts import show_picture, show_section


def show(cohort: Cohort, told: events.Events) -> None:
    """Show each event with its rule, its curves and its numbers."""
    for section in events.say(told):
        st.markdown(f"**{section.title}**")
        if section.title == events.PAIN_FREE:
            choose_pain_free()
        _draw(cohort, told, section.title)
        show_section(section, titled=False)


def _draw(cohort: Cohort, told: events.Events, title: str) -> None:
    one = told.told.get(title)
    if one is None or one.curves.empty:
        return
    picture = picture_of(
        curves=one.curves,
        at_risk=one.at_risk,
        people=one.people,
        what=title.removeprefix("Until "),
        until=WEEK_DAYS * cohort.asked.week,
        bands=not told.withheld,
    )
    show_picture(picture, f"time-{title}")
