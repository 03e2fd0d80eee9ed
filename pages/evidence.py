"""Evidence: the protocols, what the studies found, and why they cannot be set side by side."""

import pandas as pd
import streamlit as st

from analysis.charts.studies import success
from analysis.groups.published.worked_example import falls
from analysis.protocols import catalogue
from analysis.studies import studies, success_shares
from pages.parts import on_demand, show_picture, show_sentence, show_table

SENTENCE = (
    "No study has compared flat with step, or 90 with 180 drops, while keeping the rest the same."
)
WHY_NOT = """
- **Surface, knee and volume changed together.** Flat went with a straight knee and 90 drops;
  the step went with both knees and 180. What the floor did and what the dose did is not known.
- **Site differs.** High shares come from the middle of the tendon, low ones from the insertion.
- **No control group** stands beside Jonsson's and Fahlström's figures: people also get better with
  time.
- **Some means cover only those who were satisfied.** Jonsson's satisfied fell by {satisfied:.0f} %,
  everyone by {everyone:.0f} %. A mean of the satisfied says how the satisfied fared, not how the
  programme did.
- **Some studies count tendons, others people.** Two tendons of one person are not two people.
"""
MARKS = {
    "A": "read in the study's own abstract, registry entry or table",
    "R": "read in a review's table",
    "S": "read on a secondary page",
    "D": "worked out from the figures above",
}


@st.cache_resource
def _picture():
    return success(studies(), success_shares())


def why_not() -> str:
    """Return why the studies cannot be set against one another, with Jonsson's falls of pain."""
    fall = falls().query("study == 'Jonsson'").set_index("subset")["percent"]
    return WHY_NOT.format(satisfied=fall["satisfied only"], everyone=fall["all (pooled)"])


def protocols_table() -> pd.DataFrame:
    """Return the catalogue of protocols as a table for reading."""
    rows = [
        {
            "protocol": protocol.name,
            "exercise": protocol.exercise,
            "surface": protocol.surface,
            "knee": " and ".join(protocol.knee),
            "drops a day": protocol.drops_per_day,
            "weeks": protocol.weeks,
            "drops in the course": protocol.course_drops,
            "how it progresses": protocol.progression,
            "source": protocol.source,
            "note": protocol.note,
        }
        for protocol in catalogue().values()
    ]
    return pd.DataFrame(rows)


st.title("Evidence", anchor=False)
show_sentence(SENTENCE)
show_picture(_picture(), "studies")
st.markdown("**Why these cannot be set against one another**")
st.markdown(why_not())
section = on_demand("The protocols", "protocols")
if section is not None:
    with section:
        show_table(protocols_table(), alt="protocols")
section = on_demand("The studies, with subset, unit and how far each figure is trusted", "studies")
if section is not None:
    with section:
        show_table(studies(), alt="studies")
        st.caption(" · ".join(f"**{mark}** {meaning}" for mark, meaning in MARKS.items()))
