"""The people, and taking it away: the table behind a comparison, and its settings."""

from dataclasses import asdict
from functools import partial

import streamlit as st

from analysis.groups.cohort import Cohort
from analysis.settings import settings_text
from pages.parts import download, show_table, the_open_log

TITLE = "The people, and taking it away"


def show(cohort: Cohort) -> None:
    """Show everyone's numbers; offer them and the settings to take away."""
    show_table(cohort.outcomes.table, alt="one row for each tendon")
    download(cohort.outcomes.table, "people.csv", "people")
    opened = the_open_log()
    st.download_button(
        "The settings of this comparison",
        partial(
            settings_text,
            opened.reading.receipts,
            opened.answers,
            opened.start,
            asdict(cohort.asked),
        ),
        file_name="settings.json",
        mime="application/json",
        on_click="ignore",
    )
