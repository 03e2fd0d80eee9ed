"""Does pain go with the drops: as prescribed, as done, and load so far."""

from dataclasses import replace

import streamlit as st

from analysis.charts.drops_so_far import drops_so_far
from analysis.charts.who_does_more import who_does_more
from analysis.groups.cohort import Cohort
from analysis.groups.crossing.crossed import named
from analysis.groups.dose.done_drops import BETWEEN_HEADING
from analysis.groups.parts import dose
from analysis.groups.section import Section
from pages.parts import on_demand, show_picture, show_section


def show(_cohort: Cohort, told: dose.Drops) -> None:
    """Show each heading with its numbers; who does more, and load so far, as pictures."""
    prescribed, *rest = dose.say(told)
    _show_prescribed(prescribed)
    for section in rest:
        st.markdown(f"**{section.title}**")
        if section.title == BETWEEN_HEADING and len(told.people):
            show_picture(who_does_more(told.people), "who-does-more")
        if section.table is not None:
            show_picture(drops_so_far(told.load, note=section.note), "drops-so-far")
        else:
            show_section(section, titled=False)


def _show_prescribed(section: Section) -> None:
    """Show the number first; which factors go along with the volume opens on demand."""
    show_section(replace(section, refused=()))
    why = on_demand("Why it cannot be told", "volume-refused") if section.refused else None
    if why is not None:
        with why:
            for item in section.refused:
                st.markdown(f"**{named(item['what']).capitalize()}.** {item['why']}")
