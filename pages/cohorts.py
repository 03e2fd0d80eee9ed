"""Cohorts: groups of people side by side at one week, everyone a point."""

from functools import partial

import streamlit as st

import session
from analysis.charts.estimation import estimation
from analysis.groups.comparison import Comparison, compare
from analysis.groups.limits.banners import Banner, banners
from analysis.groups.limits.design import group_columns
from analysis.groups.limits.specification import specification
from analysis.outcomes import Options, Outcomes
from analysis.wording import plural
from pages.groups import (
    back_to_activity,
    limits,
    other_ways,
    taking_away,
    variant_or_volume,
    week_by_week,
)
from pages.parts import (
    show_estimates,
    show_numbers,
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
MOST_NUMBERS = 3
SECTIONS = (variant_or_volume, week_by_week, back_to_activity, other_ways, taking_away)


def usual_column(columns: list[str], base: Outcomes) -> int:
    """Return which column is shown first: the first that makes two groups, else the first."""
    return next((i for i, name in enumerate(columns) if base.table[name].nunique() == 2), 0)


def choose(columns: list[str], contexts: list[str], base: Outcomes) -> tuple[str, Options]:
    """Let the visitor choose the groups, the week and the pain compared."""
    left, middle, right = st.columns(3)
    by = left.selectbox(
        "Compare by",
        columns,
        index=usual_column(columns, base),
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


def show_first(found: Comparison, told: tuple[Banner, ...]) -> None:
    """Show the one sentence, the one picture, the few numbers and what they are read with."""
    show_sentence(found.sentence)
    limits.show_weighty(told)
    headline = found.estimates[0]
    pairs = [e for e in found.estimates if e.method == headline.method]
    if found.counts["in the number"].sum():
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
    own = [e for e in found.estimates if len(e.n) == 1]
    show_numbers([*pairs, *(e for e in own if e not in pairs)][:MOST_NUMBERS])


def show_counts(found: Comparison) -> None:
    """Say how many started, how many are in the number, and who was left out why."""
    st.markdown(
        f"**{found.counts['started'].sum():,}** people started, "
        f"**{found.counts['in the number'].sum():,}** are in this number."
    )
    show_table(found.counts, alt="people started, in the number and left out, by group")


def show_notes(found: Comparison, table: Outcomes, told: tuple[Banner, ...]) -> None:
    """Show what is not said by a banner already."""
    said = {banner.sentence for banner in told}
    notes = (*found.warnings, *table.notes, *session.days().unplaced_notes)
    for note in dict.fromkeys(notes):
        if note not in said:
            st.caption(note)


def show_details(table: Outcomes, found: Comparison, told: tuple[Banner, ...]) -> None:
    """Offer what opens on demand."""
    rest = found.estimates[1:]
    sections = [
        (f"What limits this comparison ({len(told)})", lambda: limits.show_all(told)),
        (f"Every number ({len(rest)} more)", lambda: show_estimates(rest)),
    ]
    for section in SECTIONS:
        fits = getattr(section, "fits", None)
        if fits is None or fits(table, found):
            sections.append((section.TITLE, partial(section.show, table, found)))
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
by, options = choose(columns, list(days.pain), base)
table = session.outcomes_at(options)
found = session.kept("comparison", (by, options), lambda: compare(table, by, days))
strip = session.kept("windows", (by, options), lambda: specification(days, table, by))
told = session.kept("banners", (by, options), lambda: banners(table, found, days, strip))
show_first(found, told)
show_counts(found)
show_notes(found, table, told)
show_details(table, found, told)
