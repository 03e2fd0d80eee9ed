"""Kilometres from distances that may be in miles or metres: told by name or column, or asked."""

import numpy as np
import pandas as pd

from analysis.reading.ledger import Ledger
from analysis.reading.sheet import Sheet
from analysis.reading.values import Parsed
from analysis.reading.words import plain
from analysis.wording import plural

KM_OF = {
    **dict.fromkeys(("km", "kms", "kilometres", "kilometers", "kilometer", "quilometros"), 1.0),
    **dict.fromkeys(("kilometros", "kilometre", "chilometri"), 1.0),
    **dict.fromkeys(("mi", "mile", "miles", "meilen"), 1.609344),
    **dict.fromkeys(("m", "meter", "meters", "metre", "metres", "metros"), 0.001),
    **dict.fromkeys(("yd", "yds", "yards"), 0.0009144),
}
CHOICES = (("km", "kilometres"), ("mi", "miles"), ("m", "metres"))


def distances(sheet: Sheet, ledger: Ledger) -> Parsed:
    """Return the distances of a sheet in kilometres; those of no known unit wait for the answer."""
    written = sheet.numbers("distance_km").values
    waiting = int(np.sum(np.isnan(kilometres(sheet, None).values) & (written > 0)))
    told = None
    if waiting:
        told = ledger.ask(
            "distance_unit",
            f"In which unit is “{sheet.name('distance_km')}”?",
            CHOICES,
            plural(waiting, "distance"),
        )
    return kilometres(sheet, told)


def kilometres(sheet: Sheet, unit: str | None) -> Parsed:
    """Return the distances of a sheet in kilometres, missing where no unit is known.

    The unit of the row comes first, then that at the end of the column's name, then
    ``unit``.
    """
    parsed = sheet.numbers("distance_km")
    if not sheet.has("distance_km"):
        return parsed
    words = plain(sheet.name("distance_km")).split()
    own = "km" if sheet.own else words[-1] if words else ""
    codes, units = pd.factorize(sheet.texts("distance_unit"))
    beside = np.array([*(KM_OF.get(plain(told), np.nan) for told in units), np.nan])[codes]
    for factor in (KM_OF.get(own, np.nan), KM_OF.get(unit or "", np.nan)):
        beside = np.where(np.isnan(beside), factor, beside)
    return Parsed(np.where(parsed.values == 0, 0.0, parsed.values * beside), parsed.bad)
