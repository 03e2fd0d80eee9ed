"""Several tendons of one person side by side, and scores on scales of their own."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

import session
from analysis.charts.scores import scores as picture_of_scores
from analysis.charts.side_by_side import side_by_side as picture_of_tendons
from analysis.days import Days
from analysis.scores import scores_sentence
from analysis.tendon.dose import dose_sentence
from analysis.tendon.side_by_side import side_by_side
from pages.parts import show_picture

NO_TEST = (
    "No difference between them is tested: both belong to one person, and share days, work "
    "and sport."
)
ONE_PERSON = "One person's scores have no interval; a score is not put beside pain on one scale."


def show_tendons(days: Days, tendons: Sequence[int], labels: Sequence[str], context: str) -> None:
    """Show where each tendon stands, and the pain of all on one calendar."""
    told = session.kept(
        "side by side",
        (tuple(tendons), context),
        lambda: side_by_side(days, tendons, labels, context),
    )
    for tendon, (label, found) in zip(tendons, told.recoveries.items(), strict=True):
        st.markdown(f"**{label}.** {found.sentence} {dose_sentence(days.alone(tendon))}")
    show_picture(
        picture_of_tendons(frame=told.frame, weekly=told.weekly, context=context), "side-by-side"
    )
    st.caption(NO_TEST)


def show_scores(points: pd.DataFrame) -> None:
    """Show VISA-A and the global rating, each on its own scale."""
    st.write(scores_sentence(points))
    show_picture(picture_of_scores(points), "scores")
    st.caption(ONE_PERSON)
