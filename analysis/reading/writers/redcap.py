"""REDCap: one block of rows for each instrument, raw with codes or labelled with words."""

import re
from collections import Counter
from dataclasses import replace

import numpy as np
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
from analysis.reading.raw import RawTable, Refused
from analysis.reading.words import plain
from analysis.reading.writers.redcap_codes import with_words
from analysis.reading.writers.writer import Part, Writer, has_all, rows_where, with_column
from analysis.wording import plural

RECORD = "record id"
EVENT = ("redcap event name", "event name")
INSTRUMENT = ("redcap repeat instrument", "repeat instrument")
INSTANCE = ("redcap repeat instance", "repeat instance")
OWN = (*EVENT, *INSTRUMENT, *INSTANCE, "redcap data access group", "data access group")
FORM = re.compile(r"(?:^|\s)complete$")
NOT_COMPLETED = "[not completed]"
BASE = "the rows of each person"
RIGHT = (("yes", "Yes, read it so"), ("no", "No, I change the columns first"))
WEEKS = ("0", "1", "2", "3", "4", "6", "8", "12", "16", "24", "26", "52")
NOTHING = (
    "This REDCap export holds no instrument with a date beside sets, reps or pain; bring the "
    "export (CSV, raw or labels) of the instruments that hold the sessions and the pain."
)
DICTIONARY = (
    "This is a REDCap data dictionary, which says what is asked and holds no answers; bring the "
    "data instead: Data Exports, all instruments, CSV (raw or labels)."
)
USED = {name for name, field in FIELDS.items() if field.table in ("sessions", "pain", "measures")}
BESIDE_PAIN = {"side", "note", "person"}
SAYS_SOMETHING = {"sets", "reps", "reps_total", "visa_a", "global_rating", *CONTEXT_OF}


def recognises(header: tuple[str, ...]) -> bool:
    """Return whether a header has REDCap's own columns, or its record and its forms' state."""
    names = [plain(name) for name in header]
    own = set(names) & {*EVENT, *INSTRUMENT}
    by_name = "redcap" in " ".join(names[1:4]).split() and bool(own)
    state = any(FORM.search(name) for name in names)
    return by_name or bool(state and (own or names[0] == RECORD))


def parts(raw: RawTable, ledger: Ledger) -> list[Part]:
    """Return a part for each instrument once the person has confirmed what its fields hold."""
    raw = replace(raw, cells=raw.cells.mask(raw.cells == NOT_COMPLETED, ""))
    blocks = _blocks(raw)
    fields = {name: _fields(block, name == BASE, ledger) for name, block in blocks.items()}
    if not any(SAYS_SOMETHING.intersection(told.values()) for told in fields.values()):
        raise Refused(NOTHING)
    told = ledger.ask(
        "mapping",
        f"This REDCap project is read as: {_said(raw.header, fields)}. Is that right?",
        RIGHT,
        plural(len(raw.cells), "row"),
    )
    found = [
        _part(blocks[name], fields[name], name == BASE, ledger) for name in fields if fields[name]
    ]
    waits = told != "yes"
    return [replace(part, waits=part.waits or waits) for part in found]


def _blocks(raw: RawTable) -> dict[str, RawTable]:
    at = _position(raw.header, INSTRUMENT)
    if at is None:
        return {BASE: raw}
    names = raw.cells[at].fillna("")
    return {name or BASE: rows_where(raw, names.eq(name)) for name in names.unique()}


def _position(header: tuple[str, ...], names: tuple[str, ...]) -> int | None:
    return next((at for at, name in enumerate(header) if plain(name) in names), None)


def _fields(block: RawTable, of_people: bool, ledger: Ledger) -> dict[int, str]:
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
    often = Counter(found.values())
    found = {at: field for at, field in found.items() if often[field] == 1}
    kept = found or (of_people and any(_may_group(block, at) for at in range(1, len(block.header))))
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
    known = [synonyms()[word] for word in told.split() if word in synonyms()]
    of_pain = field_of(name) in CONTEXT_OF
    others = [f for f in known if f in BESIDE_PAIN or not (of_pain or f in CONTEXT_OF)]
    times = [field for field in known if FIELDS[field].kind == "time"]
    return next(iter([*times, *others]), None) or field_of(name)


def _said(header: tuple[str, ...], fields: dict[str, dict[int, str]]) -> str:
    return "; ".join(
        f"{name}: " + ", ".join(f"{header[at]} as {FIELDS[told[at]].label}" for at in told)
        for name, told in fields.items()
        if told
    )


def _part(block: RawTable, fields: dict[int, str], of_people: bool, ledger: Ledger) -> Part:
    every = dict.fromkeys(range(len(block.header)), "") | fields
    no_days = set(fields.values()).isdisjoint(USED)
    if of_people or no_days:
        # What is said of people and unknown here may be a group: it is kept under its plain name.
        every = {at: field for at, field in every.items() if field or not _may_group(block, at)}
        header = tuple(n if at in every else plain(n) for at, n in enumerate(block.header))
        block = replace(block, header=header)
    block, waits = with_words(block, every, ledger)
    if {"date", "day", "week"}.isdisjoint(every.values()) and USED.intersection(every.values()):
        block, week, unsaid = _with_week(block, ledger)
        every, waits = every | week, waits or unsaid
    if of_people and no_days:
        block = _once(block)
    return Part(block, every, waits=waits, of_people=of_people and no_days)


def _once(block: RawTable) -> RawTable:
    """Return one row for each record: what its events say of the person, the first of each."""
    cells = block.cells.mask(block.cells == "")
    record = cells[0]
    merged = cells.groupby(record, sort=False).first().reset_index(drop=True)
    first = np.flatnonzero(~record.duplicated() & record.notna())
    merged = pd.concat([record.iloc[first].reset_index(drop=True), merged], axis=1)
    return replace(block, cells=merged.astype("str"), lines=block.lines[first])


def _may_group(block: RawTable, at: int) -> bool:
    """Return whether a column holds something of the person that is no part of REDCap itself."""
    told = plain(block.header[at])
    own = told in OWN or FORM.search(told) or "choice" in told.split()
    return not own and bool(block.cells[at].fillna("").ne("").any())


def _with_week(block: RawTable, ledger: Ledger) -> tuple[RawTable, dict[int, str], bool]:
    """Return the rows with the week of their event, told by its name or asked."""
    at = _position(block.header, EVENT)
    if at is None:
        return block, {}, False
    events = block.cells[at].fillna("")
    weeks = {event: _week(event, ledger) for event in events.unique() if event}
    block, position = with_column(block, "week of the event", events.map(weeks).fillna(""))
    return block, {position: "week"}, None in weeks.values()


def _week(event: str, ledger: Ledger) -> str | None:
    told = plain(event)
    found = re.search(r"\bweek (\d+)\b|\b(\d+) weeks?\b", told)
    if found:
        return found[1] or found[2]
    if "baseline" in told.split():
        return "0"
    return ledger.ask(
        f"event:{told}",
        f"In which week was the event “{event}”?",
        tuple((week, f"week {week}") for week in WEEKS),
        "the rows of that event",
    )


def _refuse_dictionary(raw: RawTable, ledger: Ledger) -> list[Part]:
    raise Refused(DICTIONARY)


WRITER = Writer("redcap", "REDCap", recognises, parts)
DICTIONARY_WRITER = Writer(
    "redcap_dictionary",
    "REDCap's data dictionary",
    has_all(
        ("variable field name", "form name", "field type", "field label"),
        ("field name", "form name", "field type", "field label"),
    ),
    _refuse_dictionary,
)
