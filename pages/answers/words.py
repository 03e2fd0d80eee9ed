"""What the words of the Recovery page mean."""

import streamlit as st

from pages.parts import on_demand

WORDS = {
    "VAS 0-100": "A line on which pain is marked: 0 is no pain, 100 the worst that can be "
    "imagined. A 4 on a scale of 0 to 10 is shown as 40.",
    "Baseline": "The pain to compare with: the week before the start where it was logged, else the "
    "first week.",
    "Usual scatter": "How far two such means lie apart with nothing having changed, as this "
    "tendon's own days show. A move is named only beyond it.",
    "95 % interval": "The values that fit these days well. Of many such intervals 95 in 100 hold "
    "the true value, as long as the days keep to the straight line that was drawn.",
    "p": "How often chance alone would show a number this far from 0, from 0 (never) to 1.",
    "Independent days": "A sore day is mostly followed by another one. Such days tell less than as "
    "many that have nothing to do with each other.",
    "Diary week": "Week 1 begins with day 0 of the programme.",
}


def show() -> None:
    """Say on demand what the words of this page mean."""
    section = on_demand("What the words here mean", "words")
    if section is not None:
        with section:
            for word, meaning in WORDS.items():
                st.markdown(f"**{word}.** {meaning}")
