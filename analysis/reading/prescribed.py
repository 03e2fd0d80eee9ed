"""What was prescribed: once for each person in a list, and at each change in a longer sheet."""

import numpy as np
import pandas as pd

from analysis.reading.ledger import Ledger
from analysis.reading.people import AS_PRESCRIBED, PRESCRIBED
from analysis.reading.rows import Rows
from analysis.reading.sheet import Sheet, number_faults, word_faults

NUMBERS = ("drops_per_day", "days_per_week")


def prescriptions_of(
    sheet: Sheet, rows: Rows, ledger: Ledger, by_person: bool
) -> pd.DataFrame | None:
    """Return the prescriptions of a file, or None where it has none or they wait.

    Parameters
    ----------
    by_person : bool
        Each row is a prescription; otherwise each change within a tendon is one, and
        the first of them holds from the beginning.
    """
    fields = (*PRESCRIBED, *AS_PRESCRIBED) if by_person else PRESCRIBED
    if not sheet.has(*fields) or sheet.waits(*fields, "from"):
        return None
    said = _said(sheet, rows, fields, ledger)
    if by_person:
        return said.dropna(subset=[n for n in fields if n in said], how="all")
    return _changes(said.dropna(subset=[n for n in fields if n in said], how="all"))


def _said(sheet: Sheet, rows: Rows, fields: tuple[str, ...], ledger: Ledger) -> pd.DataFrame:
    values: dict[str, object] = {}
    for name in (name for name in fields if sheet.has(name)):
        if name in NUMBERS:
            parsed = sheet.numbers(name)
            faults = number_faults(sheet, name, parsed)
            found = pd.Series(parsed.values)
        elif name in AS_PRESCRIBED:
            words = sheet.words(name)
            found, faults = words.values, word_faults(sheet, name, words)
        else:
            found, faults = sheet.text(name), []
        values[name] = found.where(ledger.sound(rows.sound & sheet.filled(name), faults))
    given = sheet.has("from")
    since = pd.Series(sheet.times("from").values) if given else rows.at.dt.normalize()
    weeks = np.where(np.isnan(rows.day), 7 * rows.week, rows.day)
    day = sheet.numbers("day").values if sheet.own else weeks
    return rows.entries(rows.sound, **{"from": since, "day": day, **values})


def _changes(said: pd.DataFrame) -> pd.DataFrame:
    """Return the rows at which a tendon's prescription becomes another one."""
    what = [name for name in PRESCRIBED if name in said]
    tendon = said.groupby(["person", "side"], dropna=False, sort=False).ngroup().to_numpy()
    order = np.lexsort((said["day"], said["from"], tendon))
    said, tendon = said.iloc[order].reset_index(drop=True), tendon[order]
    meant = said.groupby(what, dropna=False, sort=False).ngroup().to_numpy()
    first = np.diff(tendon, prepend=-1) != 0
    changed = first | (np.diff(meant, prepend=-1) != 0)
    since = said["from"].mask(first)
    return said.assign(**{"from": since, "day": said["day"].mask(first)})[changed]
