"""A sheet kept by hand: what was only planned is no session, and warm-ups are a setting."""

import numpy as np
import pandas as pd

from analysis.reading.assignment import SAMPLE
from analysis.reading.columns import FIELDS, field_of, match_columns
from analysis.reading.ledger import Ledger
from analysis.reading.raw import RawTable
from analysis.reading.words import plain, word_of
from analysis.reading.writers.legs import by_leg
from analysis.reading.writers.writer import Part, rows_where, without_warm_ups
from analysis.wording import plural

STATUS = ("status", "state", "zustand", "statut", "estado")
DONE = ("done", "completed", "erledigt", "gemacht", "fait", "hecho", "feito", "gedaan")
WARM_UP = ("warmup", "warm up", "is warmup", "aufwarmen", "aufwarmsatz", "echauffement")
WARM_UP = (*WARM_UP, "calentamiento", "aquecimento", "opwarming", "riscaldamento")


def by_hand(raw: RawTable, ledger: Ledger) -> list[Part]:
    """Return the rows of a sheet; of rows that were not done, all but the session.

    Only a sheet with sessions is looked at so: elsewhere a status is one of people.
    """
    if not any(FIELDS[f].table == "sessions" for f in map(field_of, raw.header) if f):
        return [Part(raw)]
    # Of the rows that are sets some may be warm-ups; a session with a warm-up is no such row.
    matches = match_columns(raw.header, raw.cells.head(SAMPLE))
    sets = {match.position: "set_number" for match in matches if match.field == "set_number"}
    if sets:
        raw = without_warm_ups(raw, _says(raw, WARM_UP, "yes_no", "yes"), ledger)
    undone = _says(raw, STATUS, "status", "undone") | _says(raw, DONE, "yes_no", "no")
    if not undone.any():
        return by_leg(raw, sets, ledger)
    ledger.note(f"Not counted: {plural(int(undone.sum()), 'session')}, planned or not done.")
    ledger.passed_over.update(raw.lines[undone].tolist())
    done = by_leg(rows_where(raw, ~undone), sets, ledger) if not undone.all() else []
    return [*done, Part(rows_where(raw, undone), _of_sessions(raw.header))]


def _says(raw: RawTable, names: tuple[str, ...], kind: str, word: str) -> np.ndarray:
    """Return the rows in which a column of one of these names says a word."""
    here = np.zeros(len(raw.cells), dtype=bool)
    for at in [at for at, name in enumerate(raw.header) if plain(name) in names]:
        codes, texts = pd.factorize(raw.cells[at].fillna(""))
        here |= np.array([word_of(kind, text) == word for text in texts], dtype=bool)[codes]
    return here


def _of_sessions(header: tuple[str, ...]) -> dict[int, str]:
    """Return the columns of sessions as columns that are not used."""
    fields = {at: field_of(name) for at, name in enumerate(header)}
    return {at: "" for at, field in fields.items() if field and FIELDS[field].table == "sessions"}
