"""Did my change help?"""

from datetime import date, timedelta

import pandas as pd
import streamlit as st

import session
from analysis.charts.phases import phases as picture_of
from analysis.days import Days
from analysis.tendon.phases import Mark, phases
from analysis.tendon.turning_points import NOTE, turning_points
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
    others = tuple(_changes(found)["day"].tolist())
    key = ("phases", tendon, context, mark)
    told = session.kept("phases", key, lambda: phases(one, context, mark, others))
    st.write(told.sentence)
    if len(told.points):
        show_picture(
            picture_of(told.points, context=context, day=mark.day, what=mark.what), "phases"
        )
    show_estimates([made for made in told.estimates if made.estimate is not None])


def _changes(found: pd.DataFrame) -> pd.DataFrame:
    return found[found["kind"] != NOTE]


def _found_words(found: pd.DataFrame) -> str:
    changes = len(_changes(found))
    notes = len(found) - changes
    also = f" {plural(notes, 'note')} can be chosen too." if notes else ""
    if not changes:
        return f"The log shows no day on which something changed; mark one of your own.{also}"
    return f"The log shows {plural(changes, 'change')}; choose one, or a day of your own.{also}"


def _choose(one: Days, found: pd.DataFrame) -> Mark:
    changes = _changes(found)
    ordered = pd.concat([changes, found[found["kind"] == NOTE]])
    marks = {
        _label(row): Mark(int(row["day"]), row["what"], bool(row["prescribed"]))
        for _, row in ordered.iterrows()
    }
    labels = [*marks, OWN]
    chosen = st.selectbox("What changed", labels, labels.index(_usual(one, changes)), key="mark")
    return marks[chosen] if chosen in marks else _own(one)


def _usual(one: Days, changes: pd.DataFrame) -> str:
    """Return the change nearest the middle, with most days on both its sides; else one's own."""
    if changes.empty:
        return OWN
    middle = (int(one.day[0]) + int(one.day[-1])) / 2
    return _label(changes.iloc[int((changes["day"] - middle).abs().to_numpy().argmin())])


def _label(row: pd.Series) -> str:
    return f"{_when(row)}: {row['what']}"


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
