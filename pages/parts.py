"""The pieces that several pages show alike: pictures, estimates, receipts."""

from collections.abc import Callable, Sequence
from functools import partial

import pandas as pd
import streamlit as st

import session
from analysis.charts.picture import Picture
from analysis.estimate import Estimate
from analysis.export import csv_of
from analysis.groups.section import Section
from analysis.reading import Receipt
from analysis.wording import interval, left_out, number, people, plural, say

SIMULATED = "Simulated data: nobody's log. The numbers are invented to show the pages."
NO_LOG = "No log is open yet. Open your own, or an example, on the Log page."


def the_open_log() -> session.OpenLog:
    """Return the open log, or say how to get one and end the page here."""
    opened = session.current()
    if opened is None:
        st.info(NO_LOG)
        st.page_link("log.py", label="Go to Log")
        st.stop()
    return opened


def show_picture(picture: Picture, key: str, pick: str = "") -> int | None:
    """Show a chart under its title, with the table behind it and a download of that table.

    The picture itself is taken away by the button in the chart's own corner. Where
    ``pick`` names a selection of the chart, what was clicked is returned.
    """
    st.markdown(f"**{picture.title}**")
    chart, alt, name = picture.chart, picture.alt, f"chart-{key}"
    picked = None
    if pick:
        event = st.altair_chart(chart, alt=alt, key=name, on_select="rerun", selection_mode=pick)
        clicked = event.selection.get(pick) or []
        picked = int(clicked[0][pick]) if clicked else None
    else:
        st.altair_chart(chart, alt=alt, key=name, width="stretch")
    if picture.note:
        st.caption(picture.note)
    table = on_demand("The table behind this chart", f"table-{key}")
    if table is not None:
        with table:
            show_table(picture.table, alt=picture.title)
            download(picture.table, f"{picture.name}.csv", key)
    return picked


def show_table(frame: pd.DataFrame, alt: str) -> None:
    """Show a table with no row numbers, cut to what is seen, a dash for what is missing."""
    st.dataframe(frame, hide_index=True, alt=f"Table: {alt}", placeholder="–")


def download(frame: pd.DataFrame, file_name: str, key: str) -> None:
    """Offer a table as CSV; the file is made when it is asked for."""
    download_text("Download as CSV", partial(csv_of, frame), file_name, key)


def download_text(label: str, text: Callable[[], str], file_name: str, key: str = "") -> None:
    """Offer a text as a file, made when it is asked for."""
    kinds = {"csv": "text/csv", "json": "application/json", "toml": "application/toml"}
    st.download_button(
        label,
        text,
        file_name=file_name,
        mime=kinds.get(file_name.rpartition(".")[2], "text/plain"),
        on_click="ignore",
        key=f"download-{key or file_name}",
    )


def on_demand(label: str, key: str):
    """Return the body of a folded section where it is open, else None.

    A folded section's work is not done until somebody opens it.
    """
    section = st.expander(label, key=f"open-{key}", on_change="rerun")
    return section if section.open else None


def show_sections(sections: Sequence[tuple[str, Callable[[], object]]]) -> None:
    """Offer folded sections one under another; each does its work once it is opened.

    A count in brackets is no part of what a section is known by: it stays open as that changes.
    """
    for label, show in sections:
        section = on_demand(label, label.partition(" (")[0])
        if section is not None:
            with section:
                show()


def show_sentence(sentence: str) -> None:
    """Show the one sentence of a page."""
    st.header(sentence, anchor=False)


def show_numbers(estimates: Sequence[Estimate], digits: int | None = 0) -> None:
    """Show a few estimates large, each with its unit, its n and its uncertainty.

    What has no number is said in a line below.
    """
    known = [estimate for estimate in estimates if estimate.estimate is not None]
    for column, estimate in zip(st.columns(len(known)) if known else [], known, strict=True):
        with column.container(border=True, height="stretch"):
            st.markdown(estimate.name)
            value = number(estimate.estimate, digits)
            st.metric(estimate.name, value, label_visibility="collapsed")
            said = [interval(estimate, digits), people(estimate), estimate.method]
            # An interval comes first; a reason why there is none, last.
            said = said if estimate.low is not None else said[::-1]
            st.caption(" · ".join(filter(None, [estimate.unit, *said])))
    for estimate in estimates:
        if estimate.estimate is None:
            st.caption(f"{estimate.name}: no number ({estimate.method}; {people(estimate)}).")


def show_estimates(estimates: Sequence[Estimate]) -> None:
    """List estimates one under another, each with what a reader needs to use it."""
    for estimate in estimates:
        st.markdown(f"**{estimate.name}**: {say(estimate)}")
        for warning in estimate.warnings:
            st.caption(warning)


def show_answers(estimates: Sequence[Estimate]) -> None:
    """List those estimates that have a number; say in a line of the others why they have none."""
    show_estimates([made for made in estimates if made.estimate is not None])
    for made in estimates:
        if made.estimate is None:
            st.caption(f"{made.name}: no number, since {made.no_interval or made.method}.")


def show_section(
    section: Section,
    titled: bool = True,
    tabled: bool = True,
    refusal: Callable[[str], str] = "Not answered: {}".format,
) -> None:
    """Show one thing that a comparison says beside its headline."""
    if titled:
        st.markdown(f"**{section.title}**")
    if section.sentence:
        st.write(section.sentence)
    if tabled and section.table is not None:
        show_table(section.table.rename_axis(columns=None).reset_index(), alt=section.title)
    for item in section.refused:
        st.markdown(f"**{refusal(item['what'])}.** {item['why']}")
    show_answers(section.estimates)
    for said in filter(None, (left_out(section.estimates), section.note)):
        st.caption(said)


def show_receipt(receipt: Receipt) -> None:
    """Show what became of a file: one line first, then what was noticed and set aside."""
    st.markdown(f"**{receipt.name}** · {receipt_line(receipt)}")
    for note in receipt.notes:
        st.caption(note)
    if receipt.ignored_columns:
        st.caption(f"Columns not used: {', '.join(receipt.ignored_columns)}.")
    if receipt.set_aside:
        rows = pd.DataFrame(
            {
                "line": [row.line for row in receipt.set_aside],
                "why it was set aside": [row.reason for row in receipt.set_aside],
            }
        )
        show_table(rows, alt=f"rows of {receipt.name} that were set aside")
        download(rows, "set_aside.csv", f"aside-{receipt.digest}")


def receipt_line(receipt: Receipt) -> str:
    """Return a receipt in one line."""
    covered = (
        f", {receipt.first_day} to {receipt.last_day}" if receipt.first_day is not None else ""
    )
    return (
        f"{receipt.kind}: {plural(receipt.rows_read, 'row')} read, {receipt.rows_used:,} used, "
        f"{len(receipt.set_aside):,} set aside{covered}"
    )
