"""REDCap: one block of rows for each instrument, raw with codes or labelled with words."""

import re
from dataclasses import replace

import numpy as np
import pandas as pd

from analysis.reading.columns import FIELDS
from analysis.reading.ledger import Ledger
from analysis.reading.pain_columns import CONTEXT_OF
from analysis.reading.raw import RawTable, Refused
from analysis.reading.words import plain
from analysis.reading.writers.legs import OF_A_LEG, by_leg
from analysis.reading.writers.redcap_codes import note_codes, with_words
from analysis.reading.writers.redcap_fields import (
    EVENT,
    FORM,
    INSTRUMENT,
    RECORD,
    fields_of,
    may_group,
    said,
)
from analysis.reading.writers.writer import Part, Writer, has_all, rows_where, with_column
from analysis.wording import plural

NOT_COMPLETED = "[not completed]"
BASE = "the rows of each person"
RIGHT = (("yes", "Yes, read it so"),)
WEEKS = ("0", "1", "2", "3", "4", "6", "8", "12", "16", "24", "26", "52")
NOTHING = (
    "This REDCap export holds no instrument with a date beside sets, reps or pain; bring the "
    "export (CSV, raw or labels) of the instruments that hold the sessions and the pain."
)
DICTIONARY = (
    "This is a REDCap data dictionary, which says what is asked and holds no answers; bring the "
    "data instead (Data Exports, all instruments, CSV), and the dictionary beside a raw export "
    "for the words of its codes."
)
USED = {name for name, field in FIELDS.items() if field.table in ("sessions", "pain", "measures")}
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
    fields = {name: fields_of(block, name == BASE, ledger) for name, block in blocks.items()}
    if not any(SAYS_SOMETHING.intersection(told.values()) for told in fields.values()):
        raise Refused(NOTHING)
    told = ledger.ask(
        "mapping",
        f"This REDCap project is read as: {said(raw.header, fields)}. Is that right? "
        "Where it is not, first change what the columns are taken for.",
        RIGHT,
        plural(len(raw.cells), "row"),
    )
    found = [
        part
        for name in fields
        if fields[name]
        for part in _parts(blocks[name], fields[name], name == BASE, ledger)
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


def _parts(block: RawTable, fields: dict[int, str], of_people: bool, ledger: Ledger) -> list[Part]:
    """Return a block under its fields, each leg's columns in a part of their own."""
    every = dict.fromkeys(range(len(block.header)), "") | fields
    no_days = set(fields.values()).isdisjoint(USED)
    if of_people or no_days:
        # What is said of people and unknown here may be a group: it is kept under its plain name.
        every = {at: field for at, field in every.items() if field or not may_group(block, at)}
        header = tuple(n if at in every else plain(n) for at, n in enumerate(block.header))
        block = replace(block, header=header)
    block, waits = with_words(block, every, ledger)
    note_codes(block, set(range(len(block.header))) - set(every), ledger)
    if {"date", "day", "week"}.isdisjoint(every.values()) and USED.intersection(every.values()):
        block, week, unsaid = _with_week(block, ledger)
        every, waits = every | week, waits or unsaid
    if of_people and no_days:
        return [Part(_once(block), every, waits=waits, of_people=True)]
    return [replace(part, waits=waits) for part in by_leg(block, every, ledger, OF_A_LEG)]


def _once(block: RawTable) -> RawTable:
    """Return one row for each record: what its events say of the person, the first of each."""
    cells = block.cells.mask(block.cells == "")
    record = cells[0]
    merged = cells.groupby(record, sort=False).first().reset_index(drop=True)
    first = np.flatnonzero(~record.duplicated() & record.notna())
    merged = pd.concat([record.iloc[first].reset_index(drop=True), merged], axis=1)
    return replace(block, cells=merged.astype("str"), lines=block.lines[first])


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
