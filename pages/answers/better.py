"""Am I getting better?"""

import streamlit as st

import session
from analysis.charts.trend import trend as trend_picture
from analysis.days import Days
from analysis.tendon.recovery import Recovery
from analysis.tendon.trend import SPAN_DAYS, trend
from analysis.wording import number
from pages.parts import show_answers, show_picture


def show(days: Days, tendon: int, context: str, moved: Recovery) -> None:
    """Show the line through the last 12 weeks or all days, and how sure these allow one to be."""
    span = _choose_span(days, tendon, context)
    key = (tendon, context, span)
    found = session.kept("trend", key, lambda: trend(days, tendon, context, span))
    st.write(found.sentence)
    show_picture(trend_picture(found.points, context=context), "trend")
    show_answers([found.estimate])
    if found.rho is not None:
        st.caption(
            f"Correlation from one day to the next: {number(found.rho, 2)}. Days that lean on "
            "each other say less than as many independent ones; the interval allows for it."
        )
    show_answers([moved.change, moved.scatter])


def _choose_span(days: Days, tendon: int, context: str) -> int | None:
    """Let the visitor choose between the last 12 weeks and all days, where there are more."""
    logged = days.frame(tendon).dropna(subset=f"pain_{context}")["day"]
    if logged.max() - logged.min() < SPAN_DAYS:
        return SPAN_DAYS
    spans = {"the last 12 weeks": SPAN_DAYS, "all of the log": None}
    chosen = st.segmented_control(
        "Days looked at",
        list(spans),
        default=next(iter(spans)),
        required=True,
        key="span",
        persist_state="session",
    )
    return spans[chosen]
