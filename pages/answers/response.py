"""Does a heavy day cost the next morning?"""

from typing import Any

import pandas as pd
import streamlit as st

import session
from analysis.charts.calendar import STATUSES
from analysis.charts.response import PICK
from analysis.charts.response import response as picture_of
from analysis.days import Days
from analysis.tendon.pairs import MORNING, days_before, worst_days
from analysis.tendon.response import STEP, response
from analysis.wording import number
from pages.parts import show_answers, show_picture

CHART = "response"
NAMES = {
    "date": "date",
    "status": "what the day was",
    "drops": "drops",
    "added_kg": "added (kg)",
    "minutes": "other sport (min)",
}
PAIN = "pain_"
NOT_LOGGED = "not logged"


def show(days: Days, tendon: int, context: str) -> None:
    """Show both directions in words, the days as points, and what came before a sore day."""
    one = days.alone(tendon)
    found = session.kept("response", (tendon, context), lambda: response(one, context))
    st.write(found.sentence)
    picked = None
    if len(found.points):
        picture = picture_of(found.points, found.shown, step=STEP[found.load], unit=found.unit)
        picked = show_picture(picture, CHART, pick=PICK)
    show_answers([*found.forward, found.reverse])
    _before_a_sore_day(one, context, picked)


def _before_a_sore_day(one: Days, context: str, picked: int | None) -> None:
    """Let the reader choose a day, in the picture or among the sorest, and show what was before."""
    sorest = worst_days(one, context)
    if sorest.empty:
        return
    labels = {_label(row): int(row["day"]) for _, row in sorest.iterrows()}
    st.markdown("**The 48 hours before a sore day**")
    chosen = st.selectbox("One of the sorest days", list(labels), key="sore-day")
    day = labels.get(chosen, int(sorest["day"].iloc[0])) if picked is None else picked
    told = _side_by_side(days_before(one, day))
    st.table(told, hide_index=True, alt=f"Table: day {day} and the two before it")
    if context == MORNING:
        st.caption(f"The morning of day {day} came before what was done on day {day}.")
    if picked is not None:
        st.caption(f"Day {picked} was chosen in the picture; click beside the points to let it go.")


def _side_by_side(told: pd.DataFrame) -> pd.DataFrame:
    """Return the days as columns and what was done and felt as rows, in words."""
    felt = {name: f"pain, {name.removeprefix(PAIN)}" for name in told if name.startswith(PAIN)}
    names = {**NAMES, **felt}
    said = told.assign(status=told["status"].map(lambda status: STATUSES[status][0]))
    rows = [[words, *map(_cell, said[name])] for name, words in names.items() if _known(said[name])]
    return pd.DataFrame(rows, columns=["", *(f"day {day}" for day in told["day"])])


def _known(values: pd.Series) -> bool:
    return bool(values.notna().any())


def _cell(value: Any) -> str:
    if pd.isna(value):
        return NOT_LOGGED
    if isinstance(value, pd.Timestamp):
        return str(value.date())
    return value if isinstance(value, str) else number(float(value))


def _label(row: pd.Series) -> str:
    when = f"day {row['day']}" if pd.isna(row["date"]) else f"{row['date'].date()}"
    return f"{when}: {number(row['pain'], 0)} of 100"
