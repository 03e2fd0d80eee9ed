"""Codes of a raw REDCap export, such as 1 for left, in the words of the log."""

from dataclasses import replace

import pandas as pd

from analysis.reading.columns import FIELDS
from analysis.reading.ledger import Ledger
from analysis.reading.raw import RawTable
from analysis.reading.words import KIND_OF_FIELD, plain, vocabulary, word_of


def with_words(block: RawTable, fields: dict[int, str], ledger: Ledger) -> tuple[RawTable, bool]:
    """Return a block with words for its codes, and whether a code waits."""
    waits = False
    for at, field in fields.items():
        if not field or FIELDS[field].kind != "words":
            continue
        told = _words(block, at, field, ledger)
        if told:
            texts = block.cells[at].fillna("")
            words = texts.map({code: word or "" for code, word in told.items()})
            cells = block.cells.copy()
            cells[at] = words.fillna(texts)
            block = replace(block, cells=cells)
            waits = waits or None in told.values()
    return block, waits


def _words(block: RawTable, at: int, field: str, ledger: Ledger) -> dict[str, str | None]:
    """Return our word for each code of a column, None while it is open."""
    kind = KIND_OF_FIELD.get(field, field)
    codes = [text for text in pd.unique(block.cells[at].fillna("")) if text.isdigit()]
    unknown = [code for code in codes if word_of(kind, code) is None]
    ours = sorted(set(vocabulary(kind).values()))
    return {
        code: ledger.ask(
            f"code:{plain(block.header[at])}:{code}",
            f"What does {code} mean in “{block.header[at]}”?",
            tuple((word, word) for word in ours),
            "the rows of that instrument",
        )
        for code in unknown
    }
