"""What stands around every page: its set-up, the navigation, and which log is open."""

from pathlib import Path

import streamlit as st

import session
from analysis.wording import plural
from pages.parts import SIMULATED

st.set_page_config(
    page_title="Heel drops",
    page_icon=str(Path(__file__).parents[1] / "data" / "icon.svg"),
    layout="wide",
    initial_sidebar_state="auto",
)

LOG = st.Page("log.py", title="Log", url_path="log")
RECOVERY = st.Page("recovery.py", title="Recovery", url_path="recovery")
COHORTS = st.Page("cohorts.py", title="Cohorts", url_path="cohorts")
PLAN = st.Page("plan.py", title="Plan", url_path="plan")
EVIDENCE = st.Page("evidence.py", title="Evidence", url_path="evidence")


def start() -> None:
    """Lead whoever comes to the bare address to the first page with an address of its own."""
    st.switch_page(LOG)


def show_open_log() -> None:
    """Say in the frame which log is open, and offer to forget it."""
    opened = session.current()
    if opened is None:
        return
    names = ", ".join(receipt.name for receipt in opened.reading.receipts)
    tendons = len(opened.reading.log.tendons)
    if opened.example:
        st.warning(SIMULATED)
    st.caption(f"Open: {names} · {plural(tendons, 'tendon')}")
    st.button("Forget my data", on_click=session.forget, help=FORGET_HELP)


FORGET_HELP = (
    "Drops the files, everything read from them and every choice made. "
    "Nothing was stored elsewhere."
)

page = st.navigation(
    {
        "": [st.Page(start, title="Start", url_path="start", default=True, visibility="hidden")],
        "My tendon": [LOG, RECOVERY],
        "Groups": [COHORTS, PLAN],
        "Evidence": [EVIDENCE],
    }
)
with st.sidebar:
    show_open_log()
page.run()
