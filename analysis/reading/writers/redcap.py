"""REDCap: one block of rows for each instrument, raw with codes or labelled with words."""

import re
from collections import Counter
from dataclasses import replace

from analysis.reading.columns import FIELDS, field_of, synonyms
from analysis.reading.ledger import Ledger
from analysis.reading.pain_columns import CONTEXT_OF
from analysis.reading.raw import RawTable, Refused
from analysis.reading.words import plain
from analysis.reading.writers.redcap_codes import with_words
from analysis.reading.writers.writer import Part, Writer, has_all, rows_where, with_column
from analysis.wording import plural

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
SAYS_SOMETHING = {"sets", "reps", "reps_total", "visa_a", "global_rating", *CONTEXT_OF}


def recognises(header: tuple[str, ...]) -> bool:
    """Return whether a header has REDCap's own columns."""
    names = [plain(name) for name in header]
    own = set(names) & {*EVENT, *INSTRUMENT}
    by_name = "redcap" in " ".join(names[1:4]).split() and bool(own)
    return by_name or bool(own and any(FORM.search(name) for name in names))


def parts(raw: RawTable, ledger: Ledger) -> list[Part]:
    """Return a part for each instrument once the person has confirmed what its fields hold."""
    raw = replace(raw, cells=raw.cells.mask(raw.cells == NOT_COMPLETED, ""))
    blocks = _blocks(raw)
    fields = {name: _fields(block, ledger) for name, block in blocks.items()}
    if not any(SAYS_SOMETHING.intersection(told.values()) for told in fields.values()):
        raise Refused(NOTHING)
    told = ledger.ask(
        "mapping",
        f"This REDCap project is read as: {_said(raw.header, fields)}. Is that right?",
        RIGHT,
        plural(len(raw.cells), "row"),
    )
    found = [_part(blocks[name], fields[name], ledger) for name in fields if fields[name]]
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


def _fields(block: RawTable, ledger: Ledger) -> dict[int, str]:
    """Return what each filled column of a block stands for; {} where none is of use."""
    found: dict[int, str] = {}
    for at, name in enumerate(block.header[1:], start=1):
        told = plain(name)
        blank = block.cells[at].fillna("").eq("").all()
        if blank or told in OWN or FORM.search(told) or "___" in name or "(choice=" in name:
            continue
        answer = ledger.given.get(f"column:{at}")
        field = _field(name) if answer is None else answer
        if field:
            found[at] = field
    often = Counter(found.values())
    found = {at: field for at, field in found.items() if often[field] == 1}
    return {0: "person", **found} if found else {}


def _field(name: str) -> str | None:
    """Return the field that a name stands for: whole, or by one of its words, a time first."""
    told = plain(name)
    if told in synonyms():
        return synonyms()[told]
    known = [synonyms()[word] for word in told.split() if word in synonyms()]
    times = [field for field in known if FIELDS[field].kind == "time"]
    others = [field for field in known if field not in CONTEXT_OF]
    return next(iter([*times, *others]), None) or field_of(name)


def _said(header: tuple[str, ...], fields: dict[str, dict[int, str]]) -> str:
    return "; ".join(
        f"{name}: " + ", ".join(f"{header[at]} as {FIELDS[told[at]].label}" for at in told)
        for name, told in fields.items()
        if told
    )


def _part(block: RawTable, fields: dict[int, str], ledger: Ledger) -> Part:
    every = dict.fromkeys(range(len(block.header)), "") | fields
    if set(fields.values()).isdisjoint(USED):
        # What is said of people and unknown here may be a group: it is kept under its plain name.
        every = {at: field for at, field in every.items() if field or not _may_group(block, at)}
        header = tuple(
            name if at in fields else plain(name) for at, name in enumerate(block.header)
        )
        block = replace(block, header=header)
    block, every, waits = with_words(block, every, ledger)
    if {"date", "day", "week"}.isdisjoint(every.values()) and USED.intersection(every.values()):
        block, week, unsaid = _with_week(block, ledger)
        every, waits = every | week, waits or unsaid
    return Part(block, every, waits=waits)


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
    has_all(("variable field name", "form name", "field type", "field label")),
    _refuse_dictionary,
)
