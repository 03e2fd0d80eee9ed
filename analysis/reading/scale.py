"""On which scale a file's pain is: told by its header, settled by its values, or asked."""

import numpy as np

from analysis.model import VAS_MAX
from analysis.reading.assignment import Assignment
from analysis.reading.ledger import Ledger
from analysis.reading.pain_columns import CONTEXT_OF
from analysis.reading.sheet import Sheet
from analysis.reading.values import decimal_mark, numbers
from analysis.wording import plural

SCALES = tuple((str(top), f"0 to {top}") for top in (1, 3, 4, 5, 10, 100))
ONLY_ABOVE_10 = 10.0


def settle_scale(sheet: Sheet, assignment: Assignment, ledger: Ledger) -> dict[str, float]:
    """Return the largest value of each pain column's scale; ask where nothing tells it.

    A remark in the header comes first, then the person's answer, then the rest of
    the file: another column's remark, or any value above 10. A column that waits
    is not in the result.
    """
    fields = [name for name in CONTEXT_OF if sheet.has(name)]
    if sheet.own == "pain":
        return dict.fromkeys(fields, VAS_MAX)
    told = {name: sheet.matches[sheet.columns[name]].scale for name in fields}
    unclear = [sheet.numbers(name).values for name in fields if told[name] is None]
    contenders = _contenders(sheet, assignment)
    values = np.concatenate([*unclear, *contenders, np.empty(0)])
    if not np.any(values > 0):  # no pain is 0 on every scale
        return {name: scale or VAS_MAX for name, scale in told.items()}
    remarks = {scale for scale in told.values() if scale is not None}
    # Of the columns to choose from only one will be used.
    waiting = sum(map(_count, unclear)) + max(map(_count, contenders), default=0)
    found = _for_all(values, remarks, waiting, ledger)
    scales = {name: scale or found for name, scale in told.items()}
    return {name: scale for name, scale in scales.items() if scale is not None}


def _contenders(sheet: Sheet, assignment: Assignment) -> list[np.ndarray]:
    """Return the values of columns among which the tendon's pain is still to be chosen."""
    positions = [p for name in CONTEXT_OF for p in assignment.pending.get(name, ())]
    unsaid = [p for p in positions if sheet.matches[p].scale is None]
    cells = [sheet.cells[position] for position in unsaid]
    return [numbers(texts, decimal_mark(texts) or ".").values for texts in cells]


def _count(values: np.ndarray) -> int:
    return int(np.isfinite(values).sum())


def _for_all(values: np.ndarray, remarks: set[float], waiting: int, ledger: Ledger) -> float | None:
    answer = ledger.given.get("scale")
    if answer not in dict(SCALES):
        if len(remarks) == 1:
            return remarks.pop()
        if np.nanmax(values) > ONLY_ABOVE_10:
            return VAS_MAX
    told = ledger.ask(
        "scale",
        f"Pain here is never above {np.nanmax(values):g}. On which scale was it noted?",
        SCALES,
        plural(waiting, "pain reading"),
    )
    return None if told is None else float(told)


def say_scale(scales: set[float], ledger: Ledger) -> None:
    """Say which scales were brought to 0 to 100."""
    for scale in sorted(scales - {VAS_MAX}):
        ledger.note(f"Pain was on 0-{scale:g} and is shown on 0-{VAS_MAX:g}.")
