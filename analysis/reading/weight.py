"""Kilograms from cells that may be in pounds: told by header or cell, or asked."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from analysis.reading.ledger import Fault, Ledger
from analysis.reading.sheet import Sheet, number_faults
from analysis.reading.values import Parsed, numbers
from analysis.wording import plural

KG_OF = {"kg": 1.0, "lb": 0.45359237}
UNIT_WORDS = {"kg": ("kg", "kgs", "kilo", "kilos"), "lb": ("lb", "lbs", "pound", "pounds")}
CHOICES = (("kg", "kilograms"), ("lb", "pounds"))
TOO_HEAVY_KG = 500.0
WEIGHTS = ("added_kg", "body_mass_kg")


@dataclass(frozen=True)
class Weights:
    """A column of weights: kilograms, missing where blank, at fault, or waiting for a unit."""

    kg: np.ndarray
    written: np.ndarray
    faults: list[Fault]


def settle_unit(sheet: Sheet, ledger: Ledger) -> str | None:
    """Return the unit of weights that name none; ask where one of them is not zero."""
    waiting = sum(
        int(np.sum((_parsed(sheet, name).values != 0) & _unnamed(sheet, name)))
        for name in WEIGHTS
        if sheet.has(name)
    )
    if waiting == 0:
        return "kg"
    waits = plural(waiting, "weight")
    return ledger.ask("unit", "In which unit are the weights?", CHOICES, waits)


def weights(sheet: Sheet, field: str, unit: str | None, ledger: Ledger) -> Weights:
    """Return a column of weights in kilograms; ``unit`` is that of weights that name none."""
    parsed = _parsed(sheet, field)
    kg = kilograms(sheet, field, unit)
    if np.any(kg < parsed.values):  # only pounds weigh less in kilograms
        ledger.note("Weights in pounds are shown in kilograms (1 lb is 0.45359237 kg).")
    faults = number_faults(sheet, field, parsed)
    if sheet.has(field):
        reason = f"{sheet.name(field)}: {{}} is {TOO_HEAVY_KG:g} kg or more"
        faults.append(Fault(kg >= TOO_HEAVY_KG, reason, sheet.texts(field)))
    return Weights(kg, np.isfinite(parsed.values) | parsed.bad, faults)


def kilograms(sheet: Sheet, field: str, unit: str | None) -> np.ndarray:
    """Return a column in kilograms, missing where blank, unreadable or without a unit."""
    values = _parsed(sheet, field).values
    named = _kg_of_unit(sheet, field)
    factor = np.where(np.isnan(named), KG_OF.get(unit or "", np.nan), named)
    return np.where(values == 0, 0.0, values * factor)


def _parsed(sheet: Sheet, field: str) -> Parsed:
    if not sheet.has(field):
        return sheet.numbers(field)
    words = (*UNIT_WORDS["kg"], *UNIT_WORDS["lb"])
    return numbers(sheet.texts(field), sheet.marks[field], units=words)


def _kg_of_unit(sheet: Sheet, field: str) -> np.ndarray:
    """Return what one of each cell's unit weighs; missing where nothing names the unit."""
    codes, distinct = pd.factorize(sheet.texts(field))
    words = pd.Series(distinct, dtype="str").str.casefold().str.extract(r"([a-z]+)\.?$")[0]
    kg = np.full(len(distinct) + 1, np.nan)  # the last is for blank cells
    for unit, said in UNIT_WORDS.items():
        kg[:-1][words.isin(said).to_numpy(dtype=bool)] = KG_OF[unit]
    cell = kg[codes]
    beside = _of_unit_column(sheet)
    column = _of_column(sheet, field) or _only(kg)
    return np.where(~np.isnan(cell), cell, np.where(np.isnan(beside), column, beside))


def _of_unit_column(sheet: Sheet) -> np.ndarray:
    """Return what one of the unit named in a column beside the weights weighs, row by row."""
    codes, distinct = pd.factorize(sheet.texts("weight_unit"))
    words = pd.Series(distinct, dtype="str").str.casefold().str.strip(" .")
    kg = np.full(len(distinct) + 1, np.nan)
    for unit, said in UNIT_WORDS.items():
        kg[:-1][words.isin(said).to_numpy(dtype=bool)] = KG_OF[unit]
    return kg[codes]


def _of_column(sheet: Sheet, field: str) -> float:
    if sheet.own:
        return KG_OF["kg"]
    return KG_OF.get(sheet.matches[sheet.columns[field]].unit, 0.0) if sheet.has(field) else 0.0


def _only(kg: np.ndarray) -> float:
    said = np.unique(kg[~np.isnan(kg)])
    return float(said[0]) if len(said) == 1 else np.nan


def _unnamed(sheet: Sheet, field: str) -> np.ndarray:
    return np.isnan(_kg_of_unit(sheet, field)) & np.isfinite(_parsed(sheet, field).values)
