"""Codes of a raw REDCap export, such as 1 for left, in the words of the log."""

from collections.abc import Iterable
from dataclasses import replace

import pandas as pd

from analysis.reading.columns import FIELDS
from analysis.reading.ledger import Ledger
from analysis.reading.raw import RawTable
from analysis.reading.words import KIND_OF_FIELD, plain, vocabulary, word_of

MOST_GROUPS = 9
"""So many codes at most are groups; more are ages, or numbers of another kind."""


def code_key(column: str, code: str) -> str:
    """Return the key of the answer that says what a code of a column means."""
    return f"code:{plain(column)}:{code}"


def with_words(block: RawTable, fields: dict[int, str], ledger: Ledger) -> tuple[RawTable, bool]:
    """Return a block with words for its codes, and whether a code waits.

    Codes of what the log has words for are asked about; those of other columns, such as a
    group, become words where an answer or the data dictionary tells them.
    """
    waits = False
    cells = block.cells.copy()
    for at in range(len(block.header)):
        field = fields.get(at)
        if field and FIELDS[field].kind == "words":
            told = _words(block, at, field, ledger)
        elif not field or FIELDS[field].kind == "text":
            told = _told(block, at, ledger)
        else:
            continue
        if told:
            texts = block.cells[at].fillna("")
            cells[at] = texts.replace({code: word or "" for code, word in told.items()})
            waits = waits or None in told.values()
    return replace(block, cells=cells), waits


def note_codes(block: RawTable, groups: Iterable[int], ledger: Ledger) -> None:
    """Say which columns that may be groups hold codes alone, and who knows their words."""
    for at in groups:
        codes = _codes(block, at)
        if 1 < len(codes) <= MOST_GROUPS and all(map(str.isdigit, codes)):
            shown = ", ".join(sorted(codes))
            ledger.note(
                f"“{block.header[at]}” holds codes ({shown}): bring the project's data dictionary "
                "beside this export for their words."
            )


def _told(block: RawTable, at: int, ledger: Ledger) -> dict[str, str | None]:
    """Return the word that was told for each code of a column."""
    start = code_key(block.header[at], "")
    given = {key: word for key, word in ledger.given.items() if key.startswith(start)}
    here = set(_codes(block, at)) if given else ()
    used = {key: word for key, word in given.items() if key.removeprefix(start) in here}
    ledger.answered.update(used)
    return {key.removeprefix(start): word for key, word in used.items()}


def _codes(block: RawTable, at: int) -> list[str]:
    return [text for text in pd.unique(block.cells[at].fillna("")) if text]


def _words(block: RawTable, at: int, field: str, ledger: Ledger) -> dict[str, str | None]:
    """Return our word for each code of a column, None while it is open."""
    kind = KIND_OF_FIELD.get(field, field)
    told = {code: word_of(kind, word or "") for code, word in _told(block, at, ledger).items()}
    codes = [code for code in _codes(block, at) if code.isdigit() and word_of(kind, code) is None]
    ours = sorted(set(vocabulary(kind).values()))
    return {
        code: told.get(code)
        or ledger.ask(
            code_key(block.header[at], code),
            f"What does {code} mean in “{block.header[at]}”?",
            tuple((word, word) for word in ours),
            "the rows of that instrument",
        )
        for code in codes
    }
