"""How a file writes its numbers and dates: settled by the cells, or asked."""

from dataclasses import replace

import pandas as pd

from analysis.reading.assignment import Assignment
from analysis.reading.columns import FIELDS
from analysis.reading.ledger import Ledger
from analysis.reading.raw import RawTable
from analysis.reading.sheet import Sheet
from analysis.reading.values import date_order, decimal_mark
from analysis.reading.zones import hours_ahead
from analysis.wording import plural

COMMA_OR_POINT = (
    (".", "A point: 7.5, with commas between thousands"),
    (",", "A comma: 7,5, with points between thousands"),
)
DAY_OR_MONTH = (("day", "Day first: 4 March is 4/3"), ("month", "Month first: 4 March is 3/4"))


def settle_notation(raw: RawTable, assignment: Assignment, own: str, ledger: Ledger) -> Sheet:
    """Return the file's cells with the way its numbers and dates are written.

    What the cells themselves do not settle is settled by the other columns of the
    file, else asked; the fields concerned then wait.
    """
    numeric = _of_kind(assignment, "number", "duration")
    if own and not _any_comma(raw, assignment, numeric):
        marks = dict.fromkeys(numeric, ".")
    else:
        marks = _settle_marks(raw, assignment, numeric, ledger)
    orders = _settle_orders(raw, assignment, ledger)
    known = {**marks, **orders}
    open_fields = [name for name, told in known.items() if told is None]
    sheet = Sheet(
        raw.cells,
        assignment.columns,
        assignment.matches,
        own,
        frozenset(assignment.pending),
        {name: mark for name, mark in marks.items() if mark is not None},
        {name: order for name, order in orders.items() if order is not None},
    )
    sheet = replace(sheet, hours_ahead=hours_ahead(sheet.texts("date"), ledger))
    return sheet.without(*open_fields)


def _of_kind(assignment: Assignment, *kinds: str) -> list[str]:
    return [name for name in assignment.columns if FIELDS[name].kind in kinds]


def _settle_marks(
    raw: RawTable, assignment: Assignment, fields: list[str], ledger: Ledger
) -> dict[str, str | None]:
    cells = {name: raw.cells[assignment.columns[name]] for name in fields}
    marks = {name: decimal_mark(texts) for name, texts in cells.items()}
    unclear = [name for name, mark in marks.items() if mark is None]
    if not unclear:
        return marks
    told = decimal_mark(_all_texts(list(cells.values())))
    if told is None:
        example = next(text for text in raw.cells[assignment.columns[unclear[0]]] if _marked(text))
        told = ledger.ask(
            "decimal",
            f"Some numbers can be read in two ways, such as {example}. What marks the decimals?",
            COMMA_OR_POINT,
            plural(_filled(raw, assignment, unclear), "number"),
        )
    return {name: mark or told for name, mark in marks.items()}


def _any_comma(raw: RawTable, assignment: Assignment, fields: list[str]) -> bool:
    """Return whether a number holds a comma: our own export writes none."""
    cells = (raw.cells[assignment.columns[name]] for name in fields)
    return any(bool(texts.str.contains(",", regex=False, na=False).any()) for texts in cells)


def _marked(text: object) -> bool:
    return isinstance(text, str) and ("," in text or "." in text)


def _settle_orders(raw: RawTable, assignment: Assignment, ledger: Ledger) -> dict[str, str | None]:
    fields = _of_kind(assignment, "time")
    cells = {name: raw.cells[assignment.columns[name]] for name in fields}
    orders = {name: date_order(texts) for name, texts in cells.items()}
    unclear = [name for name, order in orders.items() if order in (None, "mixed")]
    if not unclear:
        return orders
    others = {order for order in orders.values() if order in ("day", "month")}
    told = others.pop() if len(others) == 1 and "mixed" not in orders.values() else None
    if told is None:
        told = ledger.ask(
            "date_order",
            f"Which comes first in dates such as {_example(raw, assignment, unclear[0])}?",
            DAY_OR_MONTH,
            plural(_filled(raw, assignment, unclear), "date"),
        )
    return {name: told if name in unclear else order for name, order in orders.items()}


def _example(raw: RawTable, assignment: Assignment, field: str) -> str:
    texts = raw.cells[assignment.columns[field]].dropna()
    return next((text for text in texts if text), "")


def _all_texts(columns: list[pd.Series]) -> pd.Series:
    return pd.concat([texts.drop_duplicates() for texts in columns], ignore_index=True)


def _filled(raw: RawTable, assignment: Assignment, fields: list[str]) -> int:
    return sum(int(raw.cells[assignment.columns[name]].fillna("").ne("").sum()) for name in fields)
