"""Files as people keep them, read into one log with a receipt for each."""

from collections.abc import Callable, Sequence
from datetime import date

import numpy as np
import pandas as pd

from analysis.model import TIME_COLUMN
from analysis.reading.codebook import beside_export, with_codes
from analysis.reading.join import join
from analysis.reading.one_file import Draft, read_file, silent
from analysis.reading.questions import Answers, Question
from analysis.reading.raw import Refused, SetAside, Source
from analysis.reading.receipt import Reading, Receipt
from analysis.wording import plural

__all__ = [
    "Answers",
    "Question",
    "Reading",
    "Receipt",
    "Refused",
    "SetAside",
    "Source",
    "read",
    "silent",
]

NO_ANSWERS = Answers()


def read(
    sources: Sequence[Source],
    answers: Answers = NO_ANSWERS,
    *,
    today: date | None = None,
    limit: int | None = None,
    tell: Callable[[str], object] = silent,
) -> Reading:
    """Read files into one log, with a receipt for each file in the order given.

    A file that cannot be used has its reason in ``Receipt.refused`` and takes nothing
    from the others. What depends on a question still open is neither used nor set
    aside.

    Parameters
    ----------
    sources : sequence of Source
        The files; their names decide nothing.
    answers : Answers
        What the person has said of the files.
    today : datetime.date, optional
        Rows dated later than the day after are set aside; the present day if not told.
    limit : int, optional
        The most bytes a file may have.
    tell : callable, optional
        Takes a line on how far the reading is, for files that take long.

    Examples
    --------
    >>> file = Source("log.csv", b"date,sets,reps\\n2026-03-04,3,15\\n2026-03-05,3,\\n")
    >>> reading = read([file], today=date(2026, 3, 5))
    >>> reading.log.sessions["reps"].tolist()
    [45.0, nan]
    >>> reading.receipts[0].rows_used
    2
    """
    today = today or date.today()
    answers = with_codes(sources, answers, limit)
    drafts = [read_file(source, answers, today, limit, tell) for source in sources]
    log, joined = join(beside_export(drafts))
    return Reading(log, tuple(_receipt(draft) for draft in joined))


def _receipt(draft: Draft) -> Receipt:
    ledger = draft.ledger
    if draft.refused:
        return Receipt(draft.name, draft.digest, refused=draft.refused)
    used = _lines_used(draft)
    _note_idle(draft, used)
    first, last = _span(draft)
    return Receipt(
        draft.name,
        draft.digest,
        draft.kind,
        draft.rows_read,
        len(used),
        tuple(sorted(dict.fromkeys(ledger.aside), key=lambda row: row.line)),
        draft.ignored_columns,
        tuple(ledger.questions),
        dict(ledger.answered),
        tuple(ledger.notes),
        draft.matches,
        draft.preview,
        first,
        last,
        settings=tuple(ledger.settings),
        exercises=tuple(ledger.exercises),
        layout=draft.layout,
    )


def _lines_used(draft: Draft) -> np.ndarray:
    lines = [frame["line"].to_numpy() for frame in draft.tables.values() if len(frame)]
    used = np.zeros(1 + max((int(some.max()) for some in lines), default=0), dtype=bool)
    for some in lines:
        used[some] = True
    return 1 + np.flatnonzero(used[1:])


def _note_idle(draft: Draft, used: np.ndarray) -> None:
    """Say how many rows gave nothing, where no question keeps them waiting."""
    ledger = draft.ledger
    if any(not question.optional for question in ledger.questions):
        return
    aside = {row.line for row in ledger.aside} | ledger.passed_over
    idle = draft.rows_read - len(aside.union(used.tolist()))
    if idle > 0:
        ledger.note(f"{plural(idle, 'row')} hold nothing that this log keeps.")


def _span(draft: Draft) -> tuple[date | None, date | None]:
    times = [
        frame[TIME_COLUMN[name]].dropna()
        for name, frame in draft.tables.items()
        if name not in ("tendons", "prescriptions")
    ]
    dated = pd.concat(times) if times else pd.Series(dtype="datetime64[us]")
    return (dated.min().date(), dated.max().date()) if len(dated) else (None, None)
