"""REDCap's data dictionary beside a raw export: what the codes of the export mean."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from analysis.reading.columns import is_known
from analysis.reading.one_file import Draft
from analysis.reading.questions import EVERY_FILE, Answers
from analysis.reading.raw import RawTable, Refused, Source
from analysis.reading.table import read_table
from analysis.reading.words import plain
from analysis.reading.writers.redcap import DICTIONARY, DICTIONARY_WRITER, WRITER
from analysis.reading.writers.redcap_codes import code_key

NAMED_SO = re.compile(rb"field[ _]name", re.IGNORECASE)
BEGINNING = 1000
NAME = ("variable field name", "field name")
TYPE = ("field type",)
CHOICES = ("choices calculations or slider labels", "select choices or calculations")
WITHOUT_CHOICES = {
    "yesno": (("1", "Yes"), ("0", "No")),
    "truefalse": (("1", "True"), ("0", "False")),
}
"""Field types whose codes REDCap itself gives, and no dictionary lists."""

EXPORT = f"export of {WRITER.label}"
USED = "It tells what the codes in the export beside it mean."


def with_codes(sources: Sequence[Source], answers: Answers, limit: int | None) -> Answers:
    """Return the answers with what the dictionaries among some files say of codes.

    What the person answered goes before what a dictionary says.
    """
    told: dict[str, str] = {}
    for source in sources:
        if NAMED_SO.search(source.data[:BEGINNING]):
            told |= _told(source, limit)
    return Answers({EVERY_FILE: told}).joined(answers) if told else answers


def beside_export(drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts, a dictionary among them no longer refused where an export needs it."""
    has_export = any(draft.kind == EXPORT for draft in drafts)
    return [
        _used(draft) if has_export and draft.refused == DICTIONARY else draft for draft in drafts
    ]


def _used(draft: Draft) -> Draft:
    draft.ledger.note(USED)
    return replace(draft, refused="", kind=DICTIONARY_WRITER.label)


def _told(source: Source, limit: int | None) -> dict[str, str]:
    try:
        raw = read_table(source, is_known, limit)
    except Refused:
        return {}
    return dict(codes_of(raw)) if DICTIONARY_WRITER.recognises(raw.header) else {}


def codes_of(raw: RawTable) -> Iterator[tuple[str, str]]:
    """Yield the answer that each code of a data dictionary is, as key and word.

    Examples
    --------
    >>> import numpy as np, pandas as pd
    >>> header = ("field_name", "field_type", "select_choices_or_calculations")
    >>> cells = pd.DataFrame([["arm", "radio", "1, Flat | 2, Step, low"], ["ok", "yesno", ""]])
    >>> dict(codes_of(RawTable(header, cells, np.array([2, 3]))))
    {'code:arm:1': 'Flat', 'code:arm:2': 'Step, low', 'code:ok:1': 'Yes', 'code:ok:0': 'No'}
    """
    named = {plain(name): at for at, name in enumerate(raw.header)}
    places = [
        next((named[n] for n in names if n in named), None) for names in (NAME, TYPE, CHOICES)
    ]
    if None in places:
        return
    for name, kind, choices in raw.cells[places].fillna("").itertuples(index=False):
        listed = [choice.partition(",")[::2] for choice in choices.split("|")]
        for code, word in WITHOUT_CHOICES.get(kind, listed):
            if code.strip() and word.strip():
                yield code_key(name, code.strip()), word.strip()
