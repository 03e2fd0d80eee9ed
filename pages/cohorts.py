"""Cohorts: groups of people side by side at one week, everyone a point."""

from functools import partial

import pandas as pd
import streamlit as st

import session
from analysis.charts.estimation import estimation
from analysis.charts.proportions import proportions
from analysis.charts.trajectories import trajectories
from analysis.groups.comparison import Comparison, compare
from analysis.groups.design import group_columns
from analysis.groups.proportions import returned
from analysis.groups.trajectories import person_weeks, weekly_by_group
from analysis.outcomes import Options, Outcomes
from analysis.settings import settings_text
from analysis.wording import plural, say
from pages.parts import (
    download,
    show_estimates,
    show_picture,
    show_sections,
    show_sentence,
    show_table,
    the_open_log,
)

GROUP_WORDS = {
    "protocol": "protocol",
    "drops_per_day": "prescribed drops a day",
    "variant": "variant",
    "surface": "surface",
    "knee": "knee",
    "site": "site",
}
ONE_PERSON_HERE = (
    "A comparison needs several people. Open a file with a person column, "
    "or the simulated trial on the Log page."
)


def usual_column(columns: list[str], table: pd.DataFrame) -> int:
    """Return which column is shown first: the first that makes two groups, else the first."""
    return next((i for i, name in enumerate(columns) if table[name].nunique() == 2), 0)


def choose(columns: list[str], contexts: list[str], table: pd.DataFrame) -> tuple[str, Options]:
    """Let the visitor choose the groups, the week and the pain compared."""
    left, middle, right = st.columns(3)
    by = left.selectbox(
        "Compare by",
        columns,
        index=usual_column(columns, table),
        format_func=lambda name: GROUP_WORDS.get(name, name),
        key="by",
        bind="query-params" if set(columns) <= set(GROUP_WORDS) else None,
        persist_state="session",
    )
    week = middle.number_input(
        "At week", 1, 104, 12, key="week", bind="query-params", persist_state="session"
    )
    context = None
    if len(contexts) > 1:
        usual = contexts.index("morning") if "morning" in contexts else 0
        context = right.selectbox(
            "Pain",
            contexts,
            index=usual,
            key="cohort_context",
            bind="query-params",
            persist_state="session",
        )
    return by, Options(week=int(week), context=context)


def show_counts(found: Comparison) -> None:
    """Say how many started, how many are in the number, and who was left out why."""
    st.markdown(
        f"**{found.counts['started'].sum():,}** people started, "
        f"**{found.counts['in the number'].sum():,}** are in this number."
    )
    show_table(found.counts, alt="people started, in the number and left out, by group")


def show_banners(found: Comparison, table: Outcomes) -> None:
    """Show what limits the comparison, before anyone uses its number."""
    for item in found.refused:
        own = item["what"] == found.by
        head = "Not compared" if own else f"Cannot be told apart: {item['what']}"
        st.warning(f"**{head}.** {item['why']}")
    for warning in found.warnings:
        st.info(warning)
    for note in (*table.notes, *session.days().unplaced_notes):
        st.caption(note)


def show_first(found: Comparison) -> None:
    """Show the one sentence, the one picture and the one number."""
    show_sentence(found.sentence)
    headline = found.estimates[0]
    pairs = [e for e in found.estimates if e.method == headline.method]
    st.markdown(f"**{headline.name}**: {say(headline)}")
    if not found.counts["in the number"].sum():
        return
    picture = session.kept(
        "estimation",
        (found.by, found.week, found.context),
        lambda: estimation(
            people=found.people,
            headline=pairs,
            by=GROUP_WORDS.get(found.by, found.by),
            unit=headline.unit,
        ),
    )
    show_picture(picture, "estimation")


def show_trajectories(table: Outcomes, found: Comparison) -> None:
    """Show everyone's weeks, and each group's mean with its interval and n."""
    days = session.days()
    groups = found.people.drop_duplicates("person").set_index("person")["group"]
    weeks = person_weeks(days, table.context, groups, table.week)
    means = weekly_by_group(days, table.context, groups)
    show_picture(trajectories(person_weeks=weeks, means=means, week=table.week), "trajectories")


def show_returned(table: Outcomes, by: str) -> None:
    """Show the share of each group that returned to activity."""
    estimates = returned(table, by)
    show_picture(proportions(estimates), "returned")
    show_estimates(estimates)


def show_people(table: Outcomes, found: Comparison) -> None:
    """Show everyone's numbers; offer them and the settings to take away."""
    show_table(table.table, alt="one row for each tendon")
    download(table.table, "people.csv", "people")
    opened = the_open_log()
    chosen = {"by": found.by, "outcome": found.outcome, "week": found.week}
    chosen["context"] = found.context
    st.download_button(
        "The settings of this comparison",
        partial(settings_text, opened.reading.receipts, opened.answers, opened.start, chosen),
        file_name="settings.json",
        mime="application/json",
        on_click="ignore",
    )


def show_details(table: Outcomes, found: Comparison) -> None:
    """Offer what opens on demand."""
    rest = found.estimates[1:]
    sections = [
        (f"Every number ({len(rest)} more)", lambda: show_estimates(rest)),
        *((("Week by week", lambda: show_trajectories(table, found)),) if table.context else ()),
        ("Back to activity", lambda: show_returned(table, found.by)),
        ("The people, and taking it away", lambda: show_people(table, found)),
    ]
    show_sections(sections)


st.title("Cohorts", anchor=False)
opened = the_open_log()
days = session.days()
if days.tendons["person"].nunique() < 2 or not len(days.day):
    st.info(ONE_PERSON_HERE)
    st.stop()
base = session.outcomes_at(Options())
columns = group_columns(base)
if not columns:
    st.info("Nothing in the log tells these people apart: add a column with protocol or arm.")
    st.stop()
st.caption(f"{plural(days.tendons['person'].nunique(), 'person', 'people')} in the log")
by, options = choose(columns, list(days.pain), base.table)
table = session.outcomes_at(options)
found = session.kept("comparison", (by, options), lambda: compare(table, by))
show_first(found)
show_counts(found)
show_banners(found, table)
show_details(table, found)
