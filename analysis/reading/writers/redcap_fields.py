"""What the fields of a REDCap project stand for, by their names or labels."""

import re
from collections import Counter

import pandas as pd

from analysis.reading.columns import (
    CLOCK_OR_MINUTES,
    FIELDS,
    are_clock_times,
    field_of,
    synonyms,
)
from analysis.reading.ledger import Ledger
from analysis.reading.pain_columns import CONTEXT_OF
from analysis.reading.raw import RawTable
from analysis.reading.words import plain, word_of
from analysis.reading.writers.wording import NO_MEANING, fits

RECORD = "record id"
EVENT = ("redcap event name", "event name")
INSTRUMENT = ("redcap repeat instrument", "repeat instrument")
INSTANCE = ("redcap repeat instance", "repeat instance")
OWN = (*EVENT, *INSTRUMENT, *INSTANCE, "redcap data access group", "data access group")
FORM = re.compile(r"(?:^|\s)complete$")
BESIDE_PAIN = {"side", "note", "person"}


def fields_of(block: RawTable, of_people: bool, ledger: Ledger) -> dict[int, str]:
    """Return what each filled column of a block stands for; {} where none is of use.

    The rows of each person are of use where they hold anything: it may be a group.
    """
    found: dict[int, str] = {}
    for at, name in enumerate(block.header[1:], start=1):
        told = plain(name)
        blank = block.cells[at].fillna("").eq("").all()
        if blank or told in OWN or FORM.search(told) or "___" in name or "(choice=" in name:
            continue
        answer = ledger.given.get(f"column:{at}")
        field = _field(name, block.cells[at]) if answer is None else answer
        if field:
            found[at] = field
    of_leg = {at: (field, word_of("side", block.header[at])) for at, field in found.items()}
    often = Counter(of_leg.values())
    found = {at: field for at, field in found.items() if often[of_leg[at]] == 1}
    kept = found or (of_people and any(may_group(block, at) for at in range(1, len(block.header))))
    return {0: "person", **found} if kept else {}


def _field(name: str, values: pd.Series) -> str | None:
    """Return the field that a name stands for: whole, or by one of its words.

    Beside a word for pain, a word for a time, a side or a note says more: "pain date";
    other words beside it only say when it was felt: "vas at rest".
    """
    told = plain(name)
    if told in synonyms():
        return synonyms()[told]
    if CLOCK_OR_MINUTES in told.split() and are_clock_times(values):
        return "clock"
    words = [word for word in told.split() if word in synonyms() and word not in NO_MEANING]
    known = [synonyms()[word] for word in words]
    of_pain = field_of(name) in CONTEXT_OF
    others = [f for f in known if f in BESIDE_PAIN or not (of_pain or f in CONTEXT_OF)]
    times = [field for field in known if FIELDS[field].kind == "time"]
    fitting = [field for field in (*times, *others) if field not in times or fits(field, values)]
    if times and not fitting:
        return None  # dates of pain are no pain, whatever stands there
    return next(iter(fitting), None) or field_of(name)


def said(header: tuple[str, ...], fields: dict[str, dict[int, str]]) -> str:
    return "; ".join(
        f"{name}: " + ", ".join(f"{header[at]} as {FIELDS[told[at]].label}" for at in told)
        for name, told in fields.items()
        if told
    )


def may_group(block: RawTable, at: int) -> bool:
    """Return whether a column holds something of the person that is no part of REDCap itself."""
    told = plain(block.header[at])
    own = told in OWN or FORM.search(told) or "choice" in told.split()
    return not own and bool(block.cells[at].fillna("").ne("").any())
