"""What other sensible windows of baseline and end would give."""

import pandas as pd
import streamlit as st

from analysis.charts.windows import windows as picture_of
from analysis.groups.cohort import Cohort
from analysis.groups.parts import windows
from pages.parts import show_picture, show_section


def show(cohort: Cohort, strip: pd.DataFrame) -> None:
    """Say whether the finding rests on its windows, and show one pair over all of them."""
    if not strip.empty:
        show_picture(picture_of(_one_pair(strip)), "windows")
    for section in windows.say(strip):
        show_section(section, titled=False, tabled=False)  # the picture has the table behind it


def _one_pair(strip: pd.DataFrame) -> pd.DataFrame:
    """Let the visitor choose among several pairs."""
    names = list(dict.fromkeys(strip["pair"]))
    pair = names[0]
    if len(names) > 1:
        pair = st.selectbox("Groups", names, key="windows-pair", persist_state="session")
    return strip[strip["pair"] == pair]
