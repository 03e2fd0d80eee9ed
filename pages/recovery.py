"""Recovery: one tendon, its pain and its drops on one time axis."""

from datetime import date
from functools import partial

import pandas as pd
import streamlit as st

import session
from analysis.charts.recovery import recovery as recovery_picture
from analysis.charts.sport import sport
from analysis.days import Days, weekly
from analysis.rules import CLINICIAN
from analysis.scores import on_days, scores
from analysis.tendon.recovery import Recovery, recovery
from analysis.tendon.side_by_side import siblings
from pages.answers import beside, better, dose, load, phases, programme, response, words
from pages.parts import (
    on_demand,
    show_numbers,
    show_picture,
    show_receipt,
    show_sections,
    show_sentence,
    the_open_log,
)

CONTEXT_WORDS = {
    "during": "during the drops",
    "after": "after the drops",
    "morning": "in the morning",
    "activity": "in activity",
    "rest": "at rest",
    "unspecified": "moment not noted",
}


def choose_tendon(tendons: pd.DataFrame) -> int:
    """Let the visitor choose whose tendon is shown; one alone needs no choice."""
    if len(tendons) == 1:
        return 0
    labels = tendon_labels(tendons)
    return st.selectbox(
        "Tendon",
        range(len(tendons)),
        format_func=lambda position: labels[position],
        key="tendon",
        persist_state="session",
    )


def tendon_labels(tendons: pd.DataFrame, *of: str) -> list[str]:
    """Return a name for each tendon: what is known of person, side and site, or of some."""
    parts = tendons[[*of] or ["person", "side", "site"]].astype("object").to_numpy()
    return [" · ".join(str(part) for part in row if isinstance(part, str)) for row in parts]


def choose_context(days: Days) -> str | None:
    """Let the visitor choose which pain the numbers speak of, where the log has several."""
    contexts = list(days.pain)
    if len(contexts) < 2:
        return contexts[0] if contexts else None
    usual = contexts.index("morning") if "morning" in contexts else 0
    return st.segmented_control(
        "Pain in the numbers",
        contexts,
        default=contexts[usual],
        required=True,
        format_func=lambda name: CONTEXT_WORDS.get(name, name),
        key="context",
        bind="query-params",
        persist_state="session",
    )


def choose_start(tendon: pd.Series) -> None:
    """Show which day counts as day 0 and why, and let it be changed."""
    if pd.isna(tendon["start"]):
        return
    first = tendon["start"].date()
    section = on_demand(f"Day 0 is {first} ({tendon['start_from']})", "start")
    if section is None:
        return
    with section:
        chosen: date = st.date_input("Day 0 of the programme", first, format="YYYY-MM-DD")
        if chosen != first:
            session.set_start(tendon["person"], chosen)
            st.rerun()
        changed = tendon["person"] in the_open_log().start
        if changed and st.button("Take it from the log again"):
            session.set_start(tendon["person"], None)
            st.rerun()


def show_time_axis(days: Days, tendon: int) -> None:
    """Show pain and drops in two panels on one time axis."""
    picture = session.kept(
        "recovery picture",
        tendon,
        lambda: recovery_picture(
            frame=days.frame(tendon),
            drops=days.drops_by_variant(tendon),
            weekly={context: weekly(days, tendon, context) for context in days.pain},
            contexts=list(days.pain),
        ),
    )
    show_picture(picture, "recovery")


def scores_of(tendon: pd.Series) -> pd.DataFrame:
    """Return the scores of one tendon, placed on the days of its programme."""
    side = tendon["side"] if isinstance(tendon["side"], str) else None
    told = scores(the_open_log().reading.log.measures, tendon["person"], side)
    return on_days(told, tendon["start"])


def show_details(days: Days, tendon: int, context: str | None, found: Recovery) -> None:
    """Offer what opens on demand, one picture a section."""
    frame = days.frame(tendon)
    sections = []
    if context is not None and frame[f"pain_{context}"].notna().any():
        getting_better = partial(better.show, days, tendon, context, found)
        sections.append(("Is it getting better?", getting_better))
    if frame["sessions"].sum():
        sections.append(("Am I doing the dose?", lambda: dose.show(days, tendon, context)))
    if context is not None and frame[f"pain_{context}"].notna().any():
        heavy = "Does a heavy day cost the next morning?"
        sections.append((heavy, lambda: response.show(days, tendon, context)))
        sections.append(("Did my change help?", lambda: phases.show(days, tendon, context)))
    same = siblings(days.tendons, tendon)
    if context is not None and len(same) > 1:
        labels = tendon_labels(days.tendons.iloc[same], "side", "site")
        side_by_side = partial(beside.show_tendons, days, same, labels, context)
        sections.append(("The tendons of this person side by side", side_by_side))
    points = scores_of(days.tendons.iloc[tendon])
    if len(points):
        sections.append(("VISA-A and global rating", lambda: beside.show_scores(points)))
    rules = "What does the programme say about days like these?"
    sections.append((rules, lambda: programme.show(days, tendon, context)))
    if context is not None and frame["drops"].notna().any():
        sections.append(("Pain against load so far", lambda: load.show(days, tendon, context)))
    if frame["minutes"].notna().any():
        sections.append(("Other sport", lambda: show_picture(sport(frame), "sport")))
    show_sections(sections)


st.title("Recovery", anchor=False)
opened = the_open_log()
if opened.questions_open:
    st.warning("Some columns wait for an answer on the Log page; they are not in here yet.")
    st.page_link("log.py", label="Answer on the Log page")
days = session.days()
if not len(days.day):
    st.info("Nothing that can be shown was read yet.")
    st.stop()
tendon = choose_tendon(days.tendons)
context = choose_context(days)
found = session.kept("recovery", (tendon, context), lambda: recovery(days, tendon, context))
show_sentence(found.sentence)
if days.pain or days.frame(tendon)["sessions"].any():
    show_time_axis(days, tendon)
show_numbers(found.first_screen)
for warning in (*found.warnings, *days.unplaced_notes):
    st.caption(warning)
choose_start(days.tendons.iloc[tendon])
show_details(days, tendon, context, found)
words.show()
for receipt in opened.reading.receipts:
    section = on_demand(f"Read from {receipt.name}", f"receipt-{receipt.digest}")
    if section is not None:
        with section:
            show_receipt(receipt)
st.caption(CLINICIAN)
