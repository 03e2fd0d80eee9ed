"""What else a sheet may hold: measures, other sport, and events such as a day of rest."""

from functools import partial

import numpy as np
import pandas as pd

from analysis.reading.distance import distances
from analysis.reading.lasting import minutes_of
from analysis.reading.ledger import Fault, Ledger
from analysis.reading.rows import Rows
from analysis.reading.sheet import Sheet, number_faults
from analysis.reading.weight import weights
from analysis.reading.words import plain, vocabulary

NO_DAY = "{} needs a date or a programme day, and the row has only a week"
VISA_A_MAX = 100.0
OF_A_SPORT = ("minutes", "distance_km", "intensity_0_10")
NOTE = "note"
REST = "rest"


def measures_of(sheet: Sheet, rows: Rows, unit: str | None, ledger: Ledger) -> pd.DataFrame | None:
    """Return body mass, VISA-A and global rating of a sheet, or the log's own measures."""
    found = []
    if sheet.has("body_mass_kg"):
        mass = weights(sheet, "body_mass_kg", unit, ledger)
        here = rows.sound & mass.written
        standing = ledger.sound(here, mass.faults) & np.isfinite(mass.kg)
        found.append(_measure(rows, standing, "body_mass_kg", mass.kg))
    for field, limits in {**SCORES, **OWN_MEASURE}.items():
        if sheet.has(field) and (field in SCORES or sheet.has("measure")):
            parsed = sheet.numbers(field)
            here = rows.sound & (np.isfinite(parsed.values) | parsed.bad)
            standing = ledger.sound(here, number_faults(sheet, field, parsed, *limits))
            found.append(_measure(rows, standing, _name(sheet, field), parsed.values))
    return pd.concat(found, ignore_index=True) if found else None


SCORES: dict[str, tuple[float | None, float]] = {
    "visa_a": (0.0, VISA_A_MAX),
    "global_rating": (None, np.inf),
}
"""Lowest and highest value of each score; ratings of change go below zero."""

OWN_MEASURE: dict[str, tuple[float | None, float]] = {"value": (None, np.inf)}
"""A value is one only beside a column that says of which measure."""


def _name(sheet: Sheet, field: str) -> object:
    if field == "value":
        return sheet.text("measure")
    return field.replace("_", " ") if field == "global_rating" else field


def _measure(rows: Rows, standing: np.ndarray, name: object, values: np.ndarray) -> pd.DataFrame:
    return rows.entries(
        standing, on=rows.at, day=rows.day, week=rows.week, measure=name, value=values
    )


def holds_other_sport(sheet: Sheet) -> bool:
    """Return whether minutes, distance and effort are those of other sport.

    In a log of sets, with a column of exercises and none of sports, they are those of
    the set.
    """
    return sheet.has("sport") or (sheet.has(*OF_A_SPORT) and not sheet.has("exercise"))


def activities_of(sheet: Sheet, rows: Rows, ledger: Ledger) -> pd.DataFrame | None:
    """Return the other sport of a sheet; 0 minutes is a logged zero."""
    if not holds_other_sport(sheet) or sheet.waits("sport"):
        return None
    fields = OF_A_SPORT
    sport = sheet.text("sport")
    parsed = {name: sheet.converted(name) for name in fields}
    parsed |= {"distance_km": distances(sheet, ledger), "minutes": minutes_of(sheet, ledger)}
    written = [np.isfinite(p.values) | p.bad for p in parsed.values()]
    here = rows.sound & np.any([sport.notna().to_numpy(), *written], axis=0)
    faults = [Fault(rows.without_a_day(), NO_DAY.replace("{}", "an activity"))]
    for name, values in parsed.items():
        highest = 10.0 if name == "intensity_0_10" else np.inf
        faults += number_faults(sheet, name, values, highest=highest)
    numbers = {name: values.values for name, values in parsed.items()}
    standing = ledger.sound(here | (rows.sound & (sheet.own == "activities")), faults)
    return rows.entries(standing, started=rows.at, day=rows.day, sport=sport, **numbers)


def events_of(sheet: Sheet, rows: Rows, ledger: Ledger) -> pd.DataFrame | None:
    """Return the events of a sheet: what is named, days of rest, and notes."""
    if not sheet.has("what", "note", "rest_day"):
        return None
    what, note = sheet.text("what"), sheet.text("note")
    resting = sheet.words("rest_day").values.eq(REST).to_numpy(dtype=bool, na_value=False)
    what = what.mask(resting | _is_rest(what), REST)
    what = what.mask(what.isna() & note.notna(), NOTE)
    here = rows.sound & (what.notna().to_numpy() | (sheet.own == "events"))
    no_day = Fault(rows.without_a_day(), NO_DAY.replace("{}", "an event"))
    entries = partial(rows.entries, on=rows.at, day=rows.day)
    return entries(ledger.sound(here, [no_day]), what=what, note=note)


def _is_rest(what: pd.Series) -> np.ndarray:
    """Return where an event is a day of rest and nothing else."""
    codes, distinct = pd.factorize(what)
    rest = [plain(text) in vocabulary(REST) for text in distinct]
    return np.array([*rest, False], dtype=bool)[codes]
