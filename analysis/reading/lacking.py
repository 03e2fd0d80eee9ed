"""Rows that lack a field before others: what follows stands under the wrong names."""

import re
from dataclasses import replace

import numpy as np
import pandas as pd

from analysis.reading.figures import is_missing
from analysis.reading.raw import SetAside
from analysis.reading.shifted import LOOKED_AT, NUMBER
from analysis.reading.tidy import Records

LACKS = "a field is missing in front of “{}”"


def without_lacking(records: Records) -> Records:
    """Return the records without the short rows whose fields cannot be under their names.

    A row may leave out its last fields. Where a number then stands in a column of words,
    or a word in one of numbers, it lacks a field before them. Where most rows are short,
    none is judged.

    Examples
    --------
    >>> from analysis.reading.tidy import frame_of_rows
    >>> rows = [("2026-03-01", "3", "15", "sore")] * 3 + [("2026-03-02", "15", "fine")]
    >>> kept = without_lacking(Records(frame_of_rows(rows, 4), np.arange(2, 6)))
    >>> kept.lines.tolist(), kept.set_aside
    ([2, 3, 4], (SetAside(line=5, reason='a field is missing in front of “fine”'),))
    """
    cells = records.cells
    short = cells[cells.columns[-1]].isna().to_numpy()
    if not short.any() or 2 * short.sum() > len(cells):
        return records
    odd = pd.DataFrame({at: _odd(cells[at][short], cells[at][~short]) for at in cells})
    odd = odd[odd.notna().any(axis=1)]
    texts = odd.bfill(axis=1)[0]
    lines = records.lines[texts.index]
    reasons = [SetAside(int(n), LACKS.format(text)) for n, text in zip(lines, texts, strict=True)]
    return replace(
        records,
        cells=cells.drop(index=texts.index).reset_index(drop=True),
        lines=np.delete(records.lines, texts.index),
        set_aside=(*records.set_aside, *reasons),
    )


def _odd(texts: pd.Series, others: pd.Series) -> pd.Series:
    """Return the texts that are words in a column of numbers, or numbers in one of words."""
    seen = [text for text in others.head(LOOKED_AT).dropna().unique() if text]
    numbers = sum(NUMBER.fullmatch(text) is not None for text in seen)
    mixed = not seen or 0 < numbers < len(seen)
    is_odd = _is_word if numbers else NUMBER.fullmatch
    told = [text for text in texts.dropna().unique() if not mixed and is_odd(text)]
    return texts.where(texts.isin(told))


def _is_word(text: str) -> bool:
    return not is_missing(text) and not re.search(r"\d", text)
