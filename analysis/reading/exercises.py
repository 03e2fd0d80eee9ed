"""Which exercises of a file are heel drops: named so, or said so by the person."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from analysis.reading.ledger import Ledger
from analysis.reading.sheet import Sheet
from analysis.reading.words import Words, plain, word_of
from analysis.wording import plural

SHOWN = 5
ASKED = 20
"""Names of a file that are asked about at most, those with the most rows."""

DROP, RAISE, OTHER = "heel drop", "heel raise", "other"
WHAT_IT_IS = (
    (DROP, "a heel drop"),
    (RAISE, "a calf raise"),
    (OTHER, "something else"),
)
VARIANTS = tuple(
    (f"{surface} {knee}", f"{said}, knee {knee}")
    for surface, said in (("flat", "on the flat floor"), ("step", "off a step"))
    for knee in ("straight", "bent")
)
SIDE_WORDS = {"left": "left side", "right": "right side", "both": "both sides"}
NO_CALF = (
    "No exercise of this file names the calf or the heel, so it holds no drops; its other "
    "exercises and workouts stay in the log."
)


@dataclass(frozen=True)
class NamedExercise:
    """An exercise as a file names it, what it is taken for, and its rows."""

    name: str
    taken_for: str
    rows: int

    @property
    def key(self) -> str:
        """The key under which the person's word on it is kept."""
        return key_of(self.name)


def key_of(name: str) -> str:
    """Return the key of the answer that says what an exercise is."""
    return f"exercise:{plain(name)}"


def is_of_the_calf(name: str) -> bool:
    """Return whether a name tells of calf, heel or Achilles tendon, in whole words.

    Examples
    --------
    >>> is_of_the_calf("Calf Press (Machine)"), is_of_the_calf("Ab Wheel")
    (True, False)
    """
    return word_of("exercise", name) in (DROP, RAISE) or word_of("of_the_calf", name) is not None


def taken_for(name: object, given: Mapping[str, str]) -> str:
    """Return what an exercise is: the person's word first, then its name."""
    if not isinstance(name, str):
        return OTHER
    told = given.get(key_of(name))
    return told if told in dict(WHAT_IT_IS) else word_of("exercise", name) or OTHER


def exercises(sheet: Sheet, ledger: Ledger) -> Words:
    """Return the exercise of every row; ask once for each name that may be a heel drop.

    A calf raise is not a heel drop until the person says so. Until then its
    repetitions stand in the log as raises, so nothing waits for the answer. The person
    may name any exercise a heel drop, or say that one is none.
    """
    told = sheet.words("exercise")
    if sheet.own or not sheet.has("exercise"):
        return told
    codes, names = pd.factorize(sheet.text("exercise"))
    rows = np.bincount(codes[codes >= 0], minlength=len(names))
    found = [_named_as(name, int(n), ledger) for name, n in zip(names, rows, strict=True)]
    _ask_what_they_are(found, ledger)
    ledger.exercises[:] = dict.fromkeys([*ledger.exercises, *found])
    values = pd.Series([*(one.taken_for for one in found), None], dtype="str")
    taken = values.take(np.where(codes < 0, len(found), codes)).set_axis(told.values.index)
    return Words(taken, told.bad)


def _named_as(name: str, rows: int, ledger: Ledger) -> NamedExercise:
    told = taken_for(name, ledger.given)
    if ledger.given.get(key_of(name)) == told:
        ledger.answered[key_of(name)] = told
    return NamedExercise(name, told, rows)


def _ask_what_they_are(found: list[NamedExercise], ledger: Ledger) -> None:
    """Ask about the names of the calf that say no heel drop, those with the most rows first."""
    unsure = [one for one in found if _may_be_a_drop(one.name)]
    often = sorted(unsure, key=lambda one: -one.rows)
    for one in often[:ASKED]:
        ledger.ask(
            one.key,
            f"What is “{one.name}” here?",
            WHAT_IT_IS,
            f"nothing; {plural(one.rows, 'row')} count as no heel drops until then",
            optional=True,
        )
    if len(often) > ASKED:
        ledger.note(
            f"{plural(len(often) - ASKED, 'further exercise')} of the calf, each in few rows, "
            "count as no heel drops; they can be named heel drops in the list of exercises."
        )


def _may_be_a_drop(name: str) -> bool:
    by_name = word_of("exercise", name)
    return by_name == RAISE or (by_name in (None, OTHER) and is_of_the_calf(name))


def variants_told(sheet: Sheet, drops: pd.Series, ledger: Ledger) -> pd.Series:
    """Return the variant that the person told of each heel drop whose name does not say it.

    Parameters
    ----------
    drops : pandas.Series of bool
        Rows that are heel drops and name neither surface nor knee.

    Returns
    -------
    pandas.Series
        Such as "step bent"; missing where nobody said.
    """
    texts = sheet.text("exercise")
    told = pd.Series(np.nan, index=texts.index, dtype="str")
    for name in texts[drops].dropna().unique():
        here = drops & texts.eq(name)
        answer = ledger.ask(
            f"variant:{plain(name)}",
            f"How were the drops of “{name}” done?",
            VARIANTS,
            f"nothing; how {plural(int(here.sum()), 'row')} were done is not known until then",
            optional=True,
        )
        if answer is not None:
            told = told.mask(here, answer)
    return told


def note_others(sheet: Sheet, standing: np.ndarray, ledger: Ledger) -> None:
    """Say which exercises are taken for heel drops, and which names are of none that is known."""
    if sheet.own or not sheet.has("exercise"):
        return
    met = set(sheet.text("exercise")[standing].dropna().unique())
    found = {one.name: one for one in ledger.exercises if one.name in met}
    taken = [one for one in found.values() if one.taken_for == DROP]
    if any(plain(one.name) != DROP for one in taken) or (taken and sheet.row_is_a_set):
        ledger.note(f"Counted as heel drops: {_named([_as_taken(one) for one in taken])}.")
    unknown = [
        one.name
        for one in found.values()
        if one.taken_for == OTHER and not is_of_the_calf(one.name)
    ]
    if unknown:
        ledger.note(
            "These exercises are not known as heel drops and are kept as other exercises: "
            f"{_named(unknown)}."
        )
    if found and not any(is_of_the_calf(one) or found[one].taken_for == DROP for one in found):
        ledger.note(NO_CALF)


def _as_taken(one: NamedExercise) -> str:
    """Return a name with its rows and the side and variant that it tells."""
    side, surface, knee = (word_of(kind, one.name) for kind in ("side", "surface", "knee"))
    told = [
        side and f"{side} side{'s' if side == 'both' else ''}",
        surface,
        knee and f"knee {knee}",
    ]
    said = ", ".join(word for word in told if word)
    return f"{one.name} ({plural(one.rows, 'row')}{said and f': {said}'})"


def _named(names: list[str]) -> str:
    more = f" and {len(names) - SHOWN} more" if len(names) > SHOWN else ""
    return ", ".join(names[:SHOWN]) + more
