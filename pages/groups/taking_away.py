"""The people, and taking it away: the table behind a comparison, and its settings."""

from functools import partial

import streamlit as st

from analysis.groups.comparison import Comparison
from analysis.outcomes import Outcomes
from analysis.settings import settings_text
from pages.parts import download, show_table, the_open_log

TITLE = "The people, and taking it away"


def show(table: Outcomes, found: Comparison) -> None:
    """Show everyone's numbers; offer them and the settings to take away."""
    show_table(table.table, alt="one row for each tendon")
    download(table.table, "people.csv", "people")
    opened = the_open_log()
    chosen = {"by": found.by, "outcome": found.outcome, "week": found.week}
    chosen["context"] = found.context
    st.download_button(
        "The settings of this comparison",
        partial(settings_text, opened.reading.receipts, opened.answers, opened.start, chosen),
        file_name="settings.json",
        mime="application/json",
        on_click="ignore",
    )
