"""The choices of a comparison: first groups, week and pain; the others beside what they change."""

import streamlit as st

import session
from analysis.groups.asked import Asked, Only
from analysis.groups.events.first_day import PainFree
from analysis.groups.methods.responders import PERCENT, POINTS, USUAL, Threshold
from analysis.groups.people import group_words, in_order
from analysis.outcomes import Outcomes

GROUP_WORDS = {
    "protocol": "protocol",
    "drops_per_day": "prescribed drops a day",
    "variant": "variant",
    "surface": "surface",
    "knee": "knee",
    "site": "site",
}
EVERYONE = "everyone"
UNITS = {POINTS: "points of 100", PERCENT: "% of the start"}
USUAL_SIZE = {at.unit: round(at.size) for at in USUAL}
FREE = PainFree()
BEFOREHAND = "Choose it before you look at the result."


def choose(columns: list[str], keep_by: list[str], contexts: list[str], base: Outcomes) -> Asked:
    """Let the visitor choose groups, week, pain and whom to keep to; return every choice made.

    ``columns`` can make groups, and by those of ``keep_by`` people can be kept.
    """
    left, middle, right, last = st.columns(4)
    by = left.selectbox(
        "Compare by",
        columns,
        index=_usual_column(columns, base),
        format_func=lambda name: GROUP_WORDS.get(name, name),
        key="by",
        bind="query-params" if set(columns) <= set(GROUP_WORDS) else None,
        persist_state="session",
    )
    week = middle.number_input(
        "At week", 1, 104, 12, key="week", bind="query-params", persist_state="session"
    )
    context = _choose_pain(right, contexts)
    only = _choose_only(last, [name for name in keep_by if name != by], base)
    return Asked(
        by=by,
        week=int(week),
        context=context,
        only=only,
        margin=session.chosen("margin"),
        threshold=_threshold(),
        pain_free=_pain_free(),
    )


def _usual_column(columns: list[str], base: Outcomes) -> int:
    """Return which column is shown first: the first that makes two groups, else the first."""
    return next((i for i, name in enumerate(columns) if base.table[name].nunique() == 2), 0)


def _choose_pain(place, contexts: list[str]) -> str | None:
    if len(contexts) < 2:
        return None
    return place.selectbox(
        "Pain",
        contexts,
        index=contexts.index("morning") if "morning" in contexts else 0,
        key="cohort_context",
        bind="query-params",
        persist_state="session",
    )


def _choose_only(place, columns: list[str], base: Outcomes) -> Only | None:
    """Let the visitor keep the comparison to people of one value of another column."""
    values = {name: in_order(group_words(base.table[name])) for name in columns}
    options = [Only(name, value) for name in columns for value in values[name]]
    if not options:
        return None
    words = {str(one): one for one in options}
    chosen = place.selectbox(
        "People",
        [EVERYONE, *words],
        key="only",
        format_func=lambda word: _only_words(words[word]) if word in words else word,
        persist_state="session",
    )
    return words.get(chosen)


def _only_words(only: Only) -> str:
    return f"{GROUP_WORDS.get(only.column, only.column)}: {only.value}"


def _threshold() -> Threshold:
    unit = session.chosen("responder-unit", POINTS)
    return Threshold(float(session.chosen(f"responder-size-{unit}", USUAL_SIZE[unit])), unit)


def choose_threshold() -> None:
    """Let the visitor set the fall of pain from which a person counts."""
    left, right = st.columns(2)
    unit = right.radio(
        "Counted in",
        list(UNITS),
        format_func=lambda name: UNITS[name],
        horizontal=True,
        key="responder-unit",
        persist_state="session",
    )
    left.number_input(
        f"Pain fell by at least ({UNITS[unit]})",
        min_value=1,
        max_value=100,
        value=USUAL_SIZE[unit],
        key=f"responder-size-{unit}",
        persist_state="session",
        help=BEFOREHAND,
    )


def _pain_free() -> PainFree:
    at_most = session.chosen("pain-free-at-most", round(FREE.at_most))
    days = session.chosen("pain-free-days", FREE.days)
    gap = session.chosen("pain-free-gap", FREE.longest_gap)
    return PainFree(float(at_most), int(days), int(gap))


def choose_pain_free() -> None:
    """Let the visitor set when a person counts as pain free."""
    at_most, days, gap = st.columns(3)
    usual = round(FREE.at_most)
    _whole(at_most, "Pain at most (VAS 0-100)", (0, 100, usual), "pain-free-at-most")
    _whole(days, "On logged days in a row", (1, 60, FREE.days), "pain-free-days")
    _whole(gap, "At most so many days apart", (1, 60, FREE.longest_gap), "pain-free-gap")


def _whole(place, label: str, limits: tuple[int, int, int], key: str) -> None:
    place.number_input(label, *limits, key=key, persist_state="session")


def choose_margin() -> None:
    """Let the visitor set below which difference groups would count as alike."""
    st.number_input(
        "A margin, set before looking (points VAS)",
        min_value=1.0,
        max_value=50.0,
        value=None,
        step=1.0,
        key="margin",
        persist_state="session",
        help="Differences smaller than this would not matter to anyone. It holds the groups "
        f"against “alike”. {BEFOREHAND}",
    )
