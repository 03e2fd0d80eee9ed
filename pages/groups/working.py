"""Working a part out once for the choices it rests on, saying so where it takes long."""

from types import ModuleType

import streamlit as st

import session
from analysis.groups.cohort import Cohort

WORKING = "Working this out. With many people it takes a while."


def worked_out(part: ModuleType, told: Cohort):
    """Return what a part comes to for these choices; what has been worked out is kept.

    A part whose result does not hang on every choice says by ``rests_on`` on which.
    """
    rests_on = getattr(part, "rests_on", None)
    settings = rests_on(told.asked) if rests_on else told.asked
    with st.spinner(WORKING, show_time=True):
        return session.kept(part.__name__, settings, lambda: part.work(told))
