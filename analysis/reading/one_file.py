"""One file: from its bytes to the entries in it, with all that is to be said of them."""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

import numpy as np
import pandas as pd

from analysis.reading.assignment import Assignment, assign
from analysis.reading.columns import Match, is_known
from analysis.reading.drops import COUNTED, sessions_of
from analysis.reading.glued import settle_glued
from analysis.reading.ledger import Ledger
from analysis.reading.notation import settle_notation
from analysis.reading.other_entries import (
    OF_A_SPORT,
    SCORES,
    activities_of,
    events_of,
    holds_other_sport,
    measures_of,
)
from analysis.reading.own_tables import own_table
from analysis.reading.pain_columns import CONTEXT_OF
from analysis.reading.people import (
    ATTRIBUTES,
    PRESCRIBED,
    attributes_of,
    further_of_people,
    is_list_of_people,
    said_along,
    unknown_columns,
)
from analysis.reading.prescribed import prescriptions_of
from analysis.reading.preview import preview_of
from analysis.reading.questions import Answers
from analysis.reading.raw import RawTable, Refused, Source
from analysis.reading.readings import readings_of
from analysis.reading.rows import Rows, rows_of, rows_of_people
from analysis.reading.scale import settle_scale
from analysis.reading.sheet import Sheet
from analysis.reading.table import read_table
from analysis.reading.weight import settle_unit
from analysis.reading.words import plain
from analysis.reading.writers import Part, parts_of
from analysis.wording import plural

WHOSE_AND_WHEN = ("person", "side", "date", "clock", "day", "week")
SAYS_SOMETHING = {
    *COUNTED,
    *CONTEXT_OF,
    *SCORES,
    *ATTRIBUTES,
    *PRESCRIBED,
    *OF_A_SPORT,
    *("body_mass_kg", "measure", "sport", "what", "rest_day"),
}
NOTHING_KNOWN = (
    "None of its columns ({}) holds sets, reps, pain or anything else this log keeps. Name the "
    "columns as in the template: date, sets, reps, added weight, pain during, pain next morning."
)
SPORT_ALONE = (
    "This is a list of other sport: it tells nothing of drops or pain; a log of those belongs "
    "beside it."
)
NOBODY = "No column names a person; the rows are taken as one person's."


@dataclass(frozen=True)
class Draft:
    """What was found in one file, before it is joined with the others.

    ``tables`` holds the log's tables by name, each with the ``line`` of every entry
    (0 where it is drawn from many lines).
    """

    name: str
    digest: str
    ledger: Ledger
    own: str = ""
    kind: str = ""
    tables: Mapping[str, pd.DataFrame] = field(default_factory=dict)
    rows_read: int = 0
    ignored_columns: tuple[str, ...] = ()
    matches: tuple[Match, ...] = ()
    preview: pd.DataFrame = field(default_factory=pd.DataFrame)
    refused: str = ""
    layout: str = ""


@dataclass(frozen=True)
class Entries:
    """What one part of a file holds."""

    sheet: Sheet
    kind: str
    tables: Mapping[str, pd.DataFrame]
    ignored: tuple[str, ...]
    preview: pd.DataFrame


def silent(_: str) -> None:
    """Tell nobody how far the reading is."""


def read_file(
    source: Source,
    answers: Answers,
    today: date,
    limit: int | None,
    tell: Callable[[str], object] = silent,
) -> Draft:
    """Read one file; a file that cannot be used comes back with the reason and no tables."""
    tell(f"{source.name}: looking for its rows")
    digest = hashlib.sha256(source.data).hexdigest()
    try:
        raw = read_table(source, is_known, limit)
        tell(f"{source.name}: reading {plural(len(raw.cells), 'row')}")
        return _entries(source.name, digest, raw, answers, today)
    except Refused as refused:
        ledger = Ledger(answers.of(digest), np.empty(0, dtype=np.int64))
        return Draft(source.name, digest, ledger, refused=str(refused))


def _entries(name: str, digest: str, raw: RawTable, answers: Answers, today: date) -> Draft:
    layout = layout_of(raw.header)
    given = answers.of(digest, layout)
    ledger = Ledger(given, raw.lines, notes=list(raw.notes), aside=list(raw.set_aside))
    writer, parts = parts_of(raw, ledger)
    known = bool(writer) or len(parts) > 1
    found = [_read_part(part, known, ledger.of_rows(part.raw), today) for part in parts]
    draft = Draft(
        name,
        digest,
        ledger,
        kind=f"export of {writer.label}" if writer else found[0].kind,
        rows_read=len(raw.cells) + len(raw.set_aside),
        layout=layout,
    )
    if not found:
        return draft
    first = found[0]
    used = writer.worked_with if writer else ()
    tables = _together([one.tables for one in found])
    if "activities" in tables and not any(map(_tells_of_the_tendon, found)):
        ledger.note(SPORT_ALONE)
    return replace(
        draft,
        own=first.sheet.own,
        tables=settle_glued(tables, np.array(raw.repeats), ledger),
        ignored_columns=tuple(
            name
            for name in first.ignored
            if all(name in one.ignored for one in found) and plain(name) not in used
        ),
        matches=_matches(raw.header, [one.sheet.matches for one in found]),
        preview=first.preview,
    )


def _matches(header: tuple[str, ...], parts: list[tuple[Match, ...]]) -> tuple[Match, ...]:
    """Return what each column is taken for in the first of the parts that use it."""
    every = (tuple(matches[at] for matches in parts) for at in range(len(header)))
    used = (next((one for one in some if one.field), some[0]) for some in every)
    return tuple(replace(match, name=name) for name, match in zip(header, used, strict=True))


def _tells_of_the_tendon(found: Entries) -> bool:
    """Return whether a part holds exercise or pain, or a question that keeps either waiting."""
    waiting = found.sheet.pending.intersection((*COUNTED, *CONTEXT_OF))
    return bool(waiting) or "sessions" in found.tables or "pain" in found.tables


def layout_of(header: tuple[str, ...]) -> str:
    """Return a short word for a file's column names, the same for next month's export.

    Examples
    --------
    >>> layout_of(("date", "pain")) == layout_of(("Date", "Pain "))
    True
    """
    names = "\n".join(plain(name) for name in header)
    return hashlib.sha256(names.encode()).hexdigest()[:12]


def _together(parts: list[Mapping[str, pd.DataFrame]]) -> dict[str, pd.DataFrame]:
    names = {name: None for tables in parts for name in tables}
    found = {name: [tables[name] for tables in parts if name in tables] for name in names}
    return {
        name: frames[0] if len(frames) == 1 else pd.concat(frames, ignore_index=True)
        for name, frames in found.items()
    }


def _read_part(part: Part, known: bool, ledger: Ledger, today: date) -> Entries:
    raw = part.raw
    own = own_table(raw.header)
    assignment = assign(raw, ledger, part.fields)
    sheet = settle_notation(raw, assignment, own, ledger)
    sheet = replace(sheet, row_is_a_set=part.row_is_a_set or sheet.has("set_number"))
    people = part.of_people or is_list_of_people(sheet)
    if not people and not known:
        _refuse_unknown(raw, assignment)
    scales = settle_scale(sheet, assignment, ledger) if not people else {}
    unit = settle_unit(sheet, ledger)
    tables = {} if part.waits else _tables(sheet, people, scales, unit, today, ledger)
    return Entries(
        sheet,
        _kind(sheet, people),
        {name: frame for name, frame in tables.items() if frame is not None},
        _ignored(sheet, people, tables.get("tendons")),
        preview_of(raw, sheet, scales, unit, ledger.given.get("distance_unit")),
    )


def _refuse_unknown(raw: RawTable, assignment: Assignment) -> None:
    found = {*assignment.columns, *assignment.pending}
    if found.isdisjoint(SAYS_SOMETHING):
        names = ", ".join(name for name in raw.header if name)
        raise Refused(NOTHING_KNOWN.format(names))


def _tables(
    sheet: Sheet,
    people: bool,
    scales: dict[str, float],
    unit: str | None,
    today: date,
    ledger: Ledger,
) -> dict[str, pd.DataFrame | None]:
    if sheet.waits(*WHOSE_AND_WHEN):
        return {}
    if people:
        return _of_people(sheet, rows_of_people(sheet, ledger), unit, ledger)
    if sheet.own == "prescriptions":
        rows = rows_of_people(sheet, ledger)
        return {"prescriptions": prescriptions_of(sheet, rows, ledger, by_person=True)}
    rows = rows_of(sheet, ledger, today)
    if rows.person.isna().all():
        ledger.note(NOBODY)
    return {
        "sessions": sessions_of(sheet, rows, unit, ledger),
        "pain": readings_of(sheet, rows, scales, ledger),
        "measures": measures_of(sheet, rows, unit, ledger),
        "activities": activities_of(sheet, rows, ledger),
        "events": events_of(sheet, rows, ledger),
        "prescriptions": prescriptions_of(sheet, rows, ledger, by_person=False),
        "tendons": said_along(sheet, rows, ledger),
    }


def _of_people(
    sheet: Sheet, rows: Rows, unit: str | None, ledger: Ledger
) -> dict[str, pd.DataFrame | None]:
    said = attributes_of(sheet, rows, ledger)
    further = further_of_people(sheet, unit, ledger)
    columns = pd.DataFrame(further, index=sheet.cells.index)[rows.sound].reset_index(drop=True)
    return {
        "tendons": pd.concat([said, columns], axis=1),
        "prescriptions": prescriptions_of(sheet, rows, ledger, by_person=True),
    }


def _kind(sheet: Sheet, people: bool) -> str:
    if sheet.own:
        return f"{sheet.own} table"
    if people:
        return "list of people"
    by_week = sheet.has("week") and not sheet.filled("date").any()
    return "visits by week" if by_week and not sheet.filled("day").any() else "hand-kept sheet"


def _ignored(sheet: Sheet, people: bool, tendons: pd.DataFrame | None) -> tuple[str, ...]:
    further = set() if tendons is None else set(tendons)
    kept = {at for at in unknown_columns(sheet) if sheet.matches[at].name in further}
    unused = set() if people else _unused(sheet)
    return tuple(
        match.name
        for match in sheet.matches
        if match.name
        and (match.field in unused or (match.field is None and match.position not in kept))
    )


def _unused(sheet: Sheet) -> set[str]:
    """Return fields that have a column and no use in this file."""
    of_the_set = set() if holds_other_sport(sheet) else set(OF_A_SPORT)
    beside_dates = not sheet.own and sheet.filled("date").any()
    without_name = set() if sheet.has("measure") else {"value"}
    return of_the_set | without_name | ({"day", "week"} if beside_dates else set())
