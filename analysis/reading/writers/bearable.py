"""Bearable: a diary of symptoms, of which one may be the tendon's pain."""

import numpy as np
import pandas as pd

from analysis.reading.columns import PAIN
from analysis.reading.exercises import is_of_the_calf
from analysis.reading.ledger import Ledger
from analysis.reading.raw import RawTable, Refused
from analysis.reading.words import plain
from analysis.reading.writers.strength import positions
from analysis.reading.writers.writer import Part, Writer, column, has_all, with_column, without
from analysis.wording import plural

FIELDS = {"date": "date", "rating amount": "pain", "notes": "note"}
NO_PAIN = (
    "This is a diary of moods and symptoms without any pain; bring the diary in which the "
    "tendon's pain is noted, or a sheet with date and pain."
)
MORNING = ("am", "pre")
COMPOUND = ("schmerz", "schmerzen")
ACHES = PAIN | {"ache", "aching", "sore", "soreness"}


def parts(raw: RawTable, ledger: Ledger) -> list[Part]:
    """Return the readings of the tendon's pain: the one pain noted, or the one that is told."""
    names = column(raw, "detail").str.replace(r"\s*\([^)]*\)\s*$", "", regex=True)
    hurts = names.map({name: _hurts(name) for name in names.unique()})
    of_pain = hurts.astype(bool) & column(raw, "category").str.casefold().eq("symptom")
    if not of_pain.any():
        raise Refused(NO_PAIN)
    chosen = _chosen(names[of_pain], ledger)
    if chosen is None:
        return []
    mine = of_pain & names.eq(chosen)
    raw = without(raw, ~mine.to_numpy(dtype=bool), ledger, "other entries of the diary")
    when = column(raw, "time of day").str.casefold()
    context = pd.Series(np.where(when.isin(MORNING), "morning", ""), index=when.index)
    raw, context_at = with_column(raw, "moment", context)
    raw, clock_at = with_column(raw, "clock", when.where(when.str.contains(":"), ""))
    fields = positions(raw.header, FIELDS) | {context_at: "context", clock_at: "clock"}
    return [Part(raw, fields)]


def _hurts(name: str) -> bool:
    words = plain(name).split()
    return not ACHES.isdisjoint(words) or any(word.endswith(COMPOUND) for word in words)


def _chosen(names: pd.Series, ledger: Ledger) -> str | None:
    distinct = sorted(names.unique())
    likely = [name for name in distinct if is_of_the_calf(name)]
    if len(likely) == 1:
        ledger.note(f"“{likely[0]}” is taken as the tendon's pain.")
        return likely[0]
    return ledger.ask(
        "pain",
        "Which of these is the tendon's pain?",
        tuple((name, name) for name in distinct),
        plural(len(names), "pain reading"),
    )


WRITER = Writer(
    "bearable",
    "Bearable",
    has_all(("date", "weekday", "time of day", "category", "rating amount", "detail")),
    parts,
)
