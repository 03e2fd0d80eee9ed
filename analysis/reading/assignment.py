"""Which column of a file stands for which field, after the person's word on it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

import pandas as pd

from analysis.reading.columns import FIELDS, Match, match_columns, normalise
from analysis.reading.ledger import Choices, Ledger
from analysis.reading.pain_columns import CONTEXT_OF
from analysis.reading.raw import RawTable
from analysis.wording import plural

SAMPLE = 200
"""Rows looked at where a name alone does not tell what a column holds."""


@dataclass(frozen=True)
class Assignment:
    """What each column is taken for.

    Attributes
    ----------
    matches : tuple of Match
        One for each column; a column that was not chosen has no field.
    columns : dict of field to position
        The one column of each field that is settled.
    pending : dict of field to positions
        The columns of each field that waits for an answer.
    """

    matches: tuple[Match, ...]
    columns: dict[str, int]
    pending: dict[str, tuple[int, ...]]


def assign(raw: RawTable, ledger: Ledger, fields: Mapping[int, str]) -> Assignment:
    """Match columns to fields by name, follow the person's word, and ask where two compete.

    ``fields`` is what the app that wrote the file means by its columns, by position, ""
    for one that is not used; it goes before the names.
    """
    matches = match_columns(raw.header, raw.cells.head(SAMPLE))
    matches = _as_written(matches, fields)
    matches = _as_told(matches, raw, ledger)
    columns: dict[str, int] = {}
    pending: dict[str, tuple[int, ...]] = {}
    for name, group in _by_field(matches).items():
        chosen = _one_of(name, group, raw, ledger)
        if chosen is None:
            pending[name] = tuple(match.position for match in group)
        else:
            columns[name] = chosen
            matches = _only(chosen, group, matches)
    return Assignment(matches, columns, pending)


def _as_written(matches: tuple[Match, ...], fields: Mapping[int, str]) -> tuple[Match, ...]:
    taken = set(fields.values())
    return tuple(
        replace(match, field=fields[match.position] or None, how="writer")
        if match.position in fields
        else replace(match, field=None)
        if match.field in taken
        else match
        for match in matches
    )


def _only(chosen: int, group: list[Match], matches: tuple[Match, ...]) -> tuple[Match, ...]:
    lost = {match.position for match in group} - {chosen}
    return tuple(replace(m, field=None) if m.position in lost else m for m in matches)


def _as_told(matches: tuple[Match, ...], raw: RawTable, ledger: Ledger) -> tuple[Match, ...]:
    """Return the matches with the columns that the person named or dismissed.

    A column without any value in these rows belongs to other rows of the file.
    """
    told = []
    names = {match.name for match in matches} - {""}
    for match in matches:
        key = f"column:{match.position}"
        answer = ledger.given.get(key)
        if (answer == "" or answer in FIELDS) and _has_values(raw, match.position):
            ledger.answered[key] = answer
            match = replace(match, field=answer or None, how="given")
        elif match.name and match.name == ledger.given.get("pain"):
            ledger.answered["pain"] = match.name
            if match.field not in CONTEXT_OF:
                match = replace(match, field="pain", how="given")
        elif match.field == "pain" and ledger.given.get("pain") in names:
            match = replace(match, field=None)
        told.append(match)
    return tuple(told)


def _has_values(raw: RawTable, position: int) -> bool:
    return bool(raw.cells[position].fillna("").ne("").any())


def _by_field(matches: Iterable[Match]) -> dict[str, list[Match]]:
    groups: dict[str, list[Match]] = {}
    for match in matches:
        if match.field is not None:
            groups.setdefault(match.field, []).append(match)
    return groups


def _one_of(name: str, group: list[Match], raw: RawTable, ledger: Ledger) -> int | None:
    first = raw.cells[group[0].position].fillna("")
    if all(first.equals(raw.cells[match.position].fillna("")) for match in group[1:]):
        return group[0].position
    filled = max(int((raw.cells[m.position].fillna("") != "").sum()) for m in group)
    same_name = len({normalise(match.name) for match in group}) < len(group)
    if name == "pain" and not same_name:
        return _ask_pain(group, filled, ledger)
    return _ask_which(name, group, same_name, filled, raw, ledger)


def _ask_pain(group: list[Match], filled: int, ledger: Ledger) -> int | None:
    answer = ledger.ask(
        "pain",
        "Which column holds the tendon's pain?",
        tuple((match.name, match.name) for match in group),
        plural(filled, "pain reading"),
    )
    return next((match.position for match in group if match.name == answer), None)


def _ask_which(
    name: str,
    group: list[Match],
    same_name: bool,
    filled: int,
    raw: RawTable,
    ledger: Ledger,
) -> int | None:
    label = FIELDS[name].label
    answer = ledger.ask(
        f"duplicate:{group[0].name if same_name else name}",
        f"{len(group)} columns could be “{label}”. Which one is it?",
        _choices(group, raw),
        f"{plural(filled, 'value')} of {label}",
    )
    return None if answer is None else int(answer)


def _choices(group: list[Match], raw: RawTable) -> Choices:
    return tuple((str(match.position), _described(match, raw.cells)) for match in group)


def _described(match: Match, cells: pd.DataFrame) -> str:
    texts = cells[match.position].fillna("")
    first = ", ".join(texts[texts != ""].head(3)) or "no values"
    return f"column {match.position + 1}, {match.name} (first values {first})"
