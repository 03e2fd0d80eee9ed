"""What a file says of people and their tendons: site, start, return, and further columns."""

import numpy as np
import pandas as pd

from analysis.model import TABLES
from analysis.reading.columns import FIELDS
from analysis.reading.ledger import Fault, Ledger
from analysis.reading.rows import WHEN, Rows
from analysis.reading.sheet import Sheet, free_text, word_faults
from analysis.reading.values import decimal_mark, numbers
from analysis.reading.weight import weights
from analysis.wording import plural

TENDON = ["person", "side"]
ATTRIBUTES = tuple(column.name for column in TABLES["tendons"] if column.name not in TENDON)
PRESCRIBED = ("protocol", "drops_per_day", "days_per_week")
AS_PRESCRIBED = ("surface", "knee")
"""In a list of people these say how the drops were prescribed, not how they were done."""


FEW = 10
"""People up to whom a text that is another one for everybody may still be a label."""


def is_list_of_people(sheet: Sheet) -> bool:
    """Return whether each row is about a person rather than about a day.

    There is a person column, and each person and side stands once; or several rows say
    something of tendons or prescriptions, and nothing of sessions or pain. A date may
    stand in a list that says something of tendons where each stands once.
    """
    if sheet.own or not sheet.has("person"):
        return sheet.own == "tendons"
    about_people = sheet.has(*ATTRIBUTES, *PRESCRIBED)
    names = pd.DataFrame({name: sheet.texts(name) for name in TENDON})
    once = len(names) > 1 and not names.duplicated().any()
    dated = any(sheet.filled(name).any() for name in WHEN)
    of_days = {name for name in sheet.columns if FIELDS[name].table in ("sessions", "pain")}
    only_people = about_people and not of_days - set(AS_PRESCRIBED)
    return only_people and once if dated else only_people or once


def attributes_of(sheet: Sheet, rows: Rows, ledger: Ledger) -> pd.DataFrame:
    """Return what each row says of its tendon: the columns of ``tendons`` that the file has."""
    values = {name: _attribute(sheet, rows, name, ledger) for name in ATTRIBUTES if sheet.has(name)}
    return rows.entries(rows.sound, **values)


def _attribute(sheet: Sheet, rows: Rows, name: str, ledger: Ledger) -> pd.Series:
    kind = FIELDS[name].kind
    if kind == "text":
        return sheet.text(name)
    if kind == "words":
        words = sheet.words(name)
        values, faults = words.values, word_faults(sheet, name, words)
    else:
        found = sheet.times(name)
        values = pd.Series(found.values)
        reason = f"{sheet.name(name)}: “{{}}” is not a date that can be read"
        faults = [Fault(found.bad, reason, sheet.texts(name))]
    written = rows.sound & sheet.filled(name)
    return values.where(ledger.sound(written, faults))


def said_along(sheet: Sheet, rows: Rows, ledger: Ledger) -> pd.DataFrame | None:
    """Return what a longer file says of its tendons and people beside sessions and pain."""
    further = _further_of_rows(sheet, rows)
    parts = []
    if sheet.has(*ATTRIBUTES):
        said = attributes_of(sheet, rows, ledger)
        parts.append(_one_row_a_tendon(said.assign(line=0), ledger))
    if further:
        of_person = rows.entries(rows.sound, **further).assign(line=0)
        by_person = of_person.groupby("person", sort=False).first().reset_index()
        missing = pd.Series(np.nan, index=by_person.index, dtype="str")
        parts.append(by_person.assign(side=missing))
    return pd.concat(parts, ignore_index=True) if parts else None


def _one_row_a_tendon(said: pd.DataFrame, ledger: Ledger) -> pd.DataFrame:
    """Return the first that is said of each tendon, and note where a file contradicts itself."""
    names = [name for name in said if name not in ("line", *TENDON)]
    by_tendon = said.groupby(TENDON, dropna=False, sort=False)
    for name in names:
        unsure = int(np.sum(by_tendon[name].nunique().to_numpy() > 1))
        if unsure:
            of_whom = plural(unsure, "tendon")
            ledger.note(f"{name} is given in more than one way for {of_whom}; the first is used.")
    return by_tendon.first().reset_index()


def unknown_columns(sheet: Sheet) -> list[int]:
    """Return the positions of columns that no field was found for and nobody dismissed."""
    return [m.position for m in sheet.matches if m.field is None and m.how == "unknown" and m.name]


def further_of_people(sheet: Sheet, unit: str | None, ledger: Ledger) -> dict[str, pd.Series]:
    """Return every column of a list of people that is not the log's own, by name.

    Body mass in kilograms keeps the log's name for it.
    """
    ours = (*TENDON, *ATTRIBUTES, *PRESCRIBED, *AS_PRESCRIBED, "from")
    more = [at for name, at in sheet.columns.items() if name not in (*ours, "body_mass_kg")]
    positions = sorted([*more, *unknown_columns(sheet)])
    further = {sheet.matches[at].name: as_values(sheet.cells[at]) for at in positions}
    if sheet.has("body_mass_kg"):
        mass = weights(sheet, "body_mass_kg", unit, ledger)
        standing = ledger.sound(mass.written, mass.faults)
        further["body_mass_kg"] = pd.Series(mass.kg).where(standing)
    return further


def _further_of_rows(sheet: Sheet, rows: Rows) -> dict[str, pd.Series]:
    """Return the unknown columns of a longer file that are constant within each person.

    There must be several people and at least two values; a text that is another one
    for each of many people is a remark, not a group.
    """
    people, names = pd.factorize(rows.person.where(rows.sound))
    if len(names) < 2:
        return {}
    found = {}
    for at in unknown_columns(sheet):
        texts = sheet.cells[at].mask(sheet.cells[at].eq(""))
        if _constant(people, texts, len(names)):
            found[sheet.matches[at].name] = as_values(texts)
    return found


def _constant(people: np.ndarray, texts: pd.Series, n_people: int) -> bool:
    codes, distinct = pd.factorize(texts)
    known = (codes >= 0) & (people >= 0)
    if len(distinct) < 2 or not known.any():
        return False
    pairs = np.unique(people[known].astype(np.int64) * len(distinct) + codes[known])
    owners = np.unique(pairs // len(distinct))
    if len(pairs) > len(owners):
        return False
    is_label = len(distinct) < len(owners) or len(distinct) <= FEW
    return is_label or as_values(texts).dtype == "float64"


def as_values(texts: pd.Series) -> pd.Series:
    """Return a column as numbers where every cell is one, else as text.

    Examples
    --------
    >>> as_values(pd.Series(["34", ""])).tolist(), as_values(pd.Series(["a", "b"])).tolist()
    ([34.0, nan], ['a', 'b'])
    """
    mark = decimal_mark(texts)
    if mark is not None:
        parsed = numbers(texts, mark)
        if not parsed.bad.any() and np.isfinite(parsed.values).any():
            return pd.Series(parsed.values, index=texts.index)
    return free_text(texts)
