"""Cohorts: groups of people side by side at one week, everyone a point."""

from collections.abc import Mapping
from functools import partial
from types import ModuleType

import streamlit as st

import session
from analysis.charts.estimation import estimation
from analysis.estimate import Estimate
from analysis.groups.asked import Asked
from analysis.groups.cohort import Cohort, cohort, columns_to_keep_by
from analysis.groups.comparison import Comparison
from analysis.groups.findings import limits as limits_of
from analysis.groups.limits.banners import Banner
from analysis.groups.limits.design import group_columns
from analysis.groups.parts import (
    PARTS,
    crossing,
    dose,
    events,
    other_ways,
    published,
    shares,
    weeks,
    windows,
)
from analysis.outcomes import Options
from analysis.wording import plural
from pages.groups import choices, limits, taking_away
from pages.groups import crossing as crossing_page
from pages.groups import dose as dose_page
from pages.groups import events as events_page
from pages.groups import other_ways as other_ways_page
from pages.groups import published as published_page
from pages.groups import shares as shares_page
from pages.groups import week_by_week as weeks_page
from pages.groups import windows as windows_page
from pages.groups.working import worked_out
from pages.parts import (
    show_estimates,
    show_numbers,
    show_picture,
    show_sections,
    show_sentence,
    show_table,
    the_open_log,
)

ONE_PERSON_HERE = (
    "A comparison needs several people. Open a file with a person column, "
    "or the simulated trial on the Log page."
)
MOST_NUMBERS = 3
MANY_LOOKS = (
    "You have looked at {n} comparisons of this log. Where nothing is true, one look in 20 shows "
    "p < 0.05: the one you set out to make is the one that counts."
)
PAGES: Mapping[ModuleType, ModuleType] = {
    crossing: crossing_page,
    shares: shares_page,
    weeks: weeks_page,
    events: events_page,
    dose: dose_page,
    published: published_page,
    windows: windows_page,
    other_ways: other_ways_page,
}


def show_first(told: Cohort, limiting: tuple[Banner, ...]) -> None:
    """Show the one sentence, the one picture, the few numbers and what they are read with."""
    found = told.found
    show_sentence(found.sentence)
    limits.show_weighty(limiting)
    headline = found.estimates[0]
    pairs = [e for e in found.estimates if e.method == headline.method]
    if found.counts["in the number"].sum():
        picture = session.kept(
            "estimation",
            told.asked,
            lambda: estimation(
                people=found.people,
                headline=pairs,
                by=choices.GROUP_WORDS.get(found.by, found.by),
                unit=headline.unit,
            ),
        )
        show_picture(picture, "estimation")
    show_numbers(_few_numbers(found, pairs, limits.both_stand(limiting)))


def _few_numbers(found: Comparison, pairs: list[Estimate], both: bool) -> list[Estimate]:
    """Return the headline and each group's own change; with ``both`` the other method's too."""
    if both:
        pairs = [e for e in found.estimates if len(e.n) > 1]
    own = [e for e in found.estimates if len(e.n) == 1 and e not in pairs]
    return [*pairs, *own][:MOST_NUMBERS]


def show_counts(found: Comparison) -> None:
    """Say how many started, how many are in the number, and who was left out why."""
    st.markdown(
        f"**{found.counts['started'].sum():,}** people started, "
        f"**{found.counts['in the number'].sum():,}** are in this number."
    )
    show_table(found.counts, alt="people started, in the number and left out, by group")


def show_notes(told: Cohort, limiting: tuple[Banner, ...]) -> None:
    """Show what is not said by a banner already."""
    said = {banner.sentence for banner in limiting}
    notes = (*told.found.warnings, *told.outcomes.notes, *told.days.unplaced_notes)
    for note in dict.fromkeys(notes):
        if note not in said:
            st.caption(note)
    _note_looks(told)


def _note_looks(told: Cohort) -> None:
    """Say at how many comparisons with a p the visitor has looked, where more than one."""
    if not any(one.p is not None for one in told.found.estimates):
        return
    asked = told.asked
    if (n := session.looks((asked.by, asked.week, asked.context, asked.only))) > 1:
        st.caption(MANY_LOOKS.format(n=n))


def show_details(told: Cohort, limiting: tuple[Banner, ...]) -> None:
    """Offer what opens on demand."""
    rest = told.found.estimates[1:]
    take = partial(taking_away.show, told, partial(worked_out, told=told))
    show_sections(
        [
            (f"What limits this comparison ({len(limiting)})", lambda: limits.show_all(limiting)),
            (f"Every number ({len(rest)} more)", lambda: show_estimates(rest)),
            *((part.TITLE, partial(_show_part, part, told)) for part in PARTS if part.fits(told)),
            (taking_away.TITLE, take),
        ]
    )


def _show_part(part: ModuleType, told: Cohort) -> None:
    PAGES[part].show(told, worked_out(part, told))


def compare_people(asked: Asked) -> None:
    """Show the comparison that is asked for, from the sentence to what opens on demand."""
    told = session.kept("cohort", asked, lambda: cohort(session.days(), asked))
    limiting = session.kept(
        "banners",
        asked,
        lambda: limits_of(told, partial(worked_out, told=told)),
    )
    show_first(told, limiting)
    show_counts(told.found)
    show_notes(told, limiting)
    show_details(told, limiting)


st.title("Cohorts", anchor=False)
the_open_log()
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
keep_by = session.kept("columns to keep by", None, lambda: columns_to_keep_by(days, base))
compare_people(choices.choose(columns, keep_by, list(days.pain), base))
