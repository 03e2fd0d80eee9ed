"""Which exercises of a file are heel drops: named so, or said so by the person."""

import numpy as np

from analysis.reading.ledger import Ledger
from analysis.reading.sheet import Sheet
from analysis.reading.words import Words, plain, word_of
from analysis.wording import plural

SHOWN = 5
DROP, RAISE = "heel drop", "heel raise"
DROP_OR_RAISE = ((DROP, "Yes, count them as heel drops"), (RAISE, "No, they are raises"))


def exercises(sheet: Sheet, ledger: Ledger) -> Words:
    """Return the exercise of every row; ask once for each calf raise that the file names.

    A calf raise is not a heel drop until the person says so. Until then its
    repetitions stand in the log as raises, so nothing waits for the answer.
    """
    told = sheet.words("exercise")
    if sheet.own or not sheet.has("exercise"):
        return told
    texts = sheet.text("exercise")
    values = told.values
    for name in sorted(texts[values.eq(RAISE).fillna(False)].unique()):
        here = texts.eq(name).fillna(False)
        answer = ledger.ask(
            f"exercise:{plain(name)}",
            f"Is “{name}” a heel drop here?",
            DROP_OR_RAISE,
            f"nothing; {plural(int(here.sum()), 'row')} count as raises until then",
            optional=True,
        )
        if answer == DROP:
            values = values.mask(here, DROP)
    return Words(values, told.bad)


def note_others(sheet: Sheet, standing: np.ndarray, ledger: Ledger) -> None:
    """Say which names of exercises are not known: they are no heel drops."""
    names = sheet.text("exercise")[standing].dropna().unique()
    unknown = [name for name in names if word_of("exercise", name) is None]
    if unknown:
        more = f" and {len(unknown) - SHOWN} more" if len(unknown) > SHOWN else ""
        ledger.note(
            "These exercises are not known as heel drops and are kept as other exercises: "
            f"{', '.join(unknown[:SHOWN])}{more}."
        )
