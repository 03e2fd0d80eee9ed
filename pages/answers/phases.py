"""Did my change help?"""

from datetime import date, timedelta

import pandas as pd
import streamlit as st

import session
from analysis.charts.phases import phases as picture_of
from analysis.days import Days
from analysis.tendon.phases import Mark, phases
from analysis.tendon.turning_points import turning_points
from analysis.wording import plural
from pages.parts import show_estimates, show_picture, the_open_log

OWN = "A day of your own"


def show(days: Days, tendon: int, context: str) -> None:
    """Show pain before and after one day: found in the log, or marked by the reader."""
    one, events = days.alone(tendon), the_open_log().reading.log.events
    found = session.kept(
        "turning points", (tendon, context), lambda: turning_points(one, context, events)
    )
    st.caption(_found_words(found))
    mark = _choose(one, found)
    others = tuple(found["day"].tolist())
    key = ("phases", tendon, context, mark)
    told = session.kept("phases", key, lambda: phases(one, context, mark, others))
    st.write(told.sentence)
    if len(told.points):
        show_picture(
            picture_of(told.points, context=context, day=mark.day, what=mark.what), "phases"
        )
    show_estimates([made for made in told.estimates if made.estimate is not None])


def _found_words(found: pd.DataFrame) -> str:
    if found.empty:
        return "The log shows no day on which something changed; mark one of your own."
    return f"The log shows {plural(len(found), 'day')} on which something changed."


def _choose(one: Days, found: pd.DataFrame) -> Mark:
    marks = {
        f"{_when(row)}: {row['what']}": Mark(int(row["day"]), row["what"], bool(row["prescribed"]))
        for _, row in found.iterrows()
    }
    chosen = st.selectbox("What changed", [*marks, OWN], _usual(one, marks), key="mark")
    return marks[chosen] if chosen in marks else _own(one)


def _usual(one: Days, marks: dict[str, Mark]) -> int:
    """Return the position of the mark nearest the middle of the days: most lies on both sides."""
    middle = (int(one.day[0]) + int(one.day[-1])) / 2
    apart = [abs(mark.day - middle) for mark in marks.values()]
    return apart.index(min(apart)) if apart else 0


def _when(row: pd.Series) -> str:
    return f"day {row['day']}" if pd.isna(row["date"]) else f"{row['date'].date()}"


def _own(one: Days) -> Mark:
    """Let the reader mark a day, by date where the log has dates."""
    start = one.tendons["start"].iloc[0]
    middle = int(one.day[len(one.day) // 2])
    if pd.isna(start):
        day = st.number_input(
            "Day of the programme", int(one.day[0]), int(one.day[-1]), middle, key="mark-day"
        )
    else:
        first = start.date()
        told: date = st.date_input(
            "Day of the change",
            first + timedelta(days=middle),
            min_value=first + timedelta(days=int(one.day[0])),
            max_value=first + timedelta(days=int(one.day[-1])),
            format="YYYY-MM-DD",
            key="mark-date",
        )
        day = (told - first).days
    what = st.text_input("What changed then", placeholder="new shoes", key="mark-what")
    return Mark(day, what.strip() or "your own mark")
