"""Pain against what has been done so far."""

import streamlit as st

from analysis.charts.load import pain_against_load
from analysis.days import Days
from analysis.tendon.load import LOAD_CAUTION, cumulative
from pages.parts import show_picture


def show(days: Days, tendon: int, context: str) -> None:
    """Show pain against what has been done so far, and what this picture cannot tell."""
    known = days.frame(tendon)["volume_load_kg"].notna().any()
    load = "drops"
    if known:
        load = st.segmented_control(
            "Load as",
            ["drops", "kg"],
            default="drops",
            required=True,
            format_func=lambda name: "kilograms lowered" if name == "kg" else name,
            key="load",
            bind="query-params",
            persist_state="session",
        )
    else:
        st.caption("Kilograms need the body mass: add it to the log to see them here.")
    points = cumulative(days, tendon, context, load)
    show_picture(
        pain_against_load(points, context=context, load_unit=load, note=LOAD_CAUTION), "load"
    )
