"""Who wrote a file: apps and forms known by their column names, one module each."""

from analysis.reading.ledger import Ledger
from analysis.reading.own_tables import own_table
from analysis.reading.raw import RawTable
from analysis.reading.writers import (
    bearable,
    body_mass,
    fitbod,
    fitnotes,
    garmin,
    google_forms,
    hevy,
    jefit,
    mood,
    redcap,
    rehab_app,
    strava,
    strong,
)
from analysis.reading.writers.by_hand import by_hand
from analysis.reading.writers.writer import Part, Writer

__all__ = ["WRITERS", "Part", "Writer", "parts_of"]

WRITERS: tuple[Writer, ...] = (
    strong.WRITER,
    hevy.WRITER,
    fitnotes.WRITER,
    fitbod.WRITER,
    jefit.WRITER,
    rehab_app.WRITER,
    redcap.WRITER,
    redcap.DICTIONARY_WRITER,
    bearable.WRITER,
    google_forms.WRITER,
    garmin.WRITER,
    strava.WRITER,
    body_mass.WRITER,
    mood.WRITER,
)
"""In the order in which they are tried."""

SHEET = ("sheet", "nobody's: a sheet kept by hand")


def parts_of(raw: RawTable, ledger: Ledger) -> tuple[Writer | None, list[Part]]:
    """Return who wrote a file, None for a sheet kept by hand, and the parts it is read in.

    The column names tell; the person may overrule them.
    """
    known = {writer.key: writer for writer in WRITERS if writer.recognises(raw.header)}
    if own_table(raw.header):
        return None, [Part(raw)]
    if not known:
        return None, by_hand(raw, ledger)
    choices = (*((key, writer.label) for key, writer in known.items()), SHEET)
    told = ledger.settle("writer", "Which app's export is this?", choices, next(iter(known)))
    if told == SHEET[0]:
        return None, by_hand(raw, ledger)
    return known[told], known[told].parts(raw, ledger)
