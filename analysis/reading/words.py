"""Cells in words: sides, surfaces, exercises and the rest, in the languages of data/words.toml."""

import re
import tomllib
import unicodedata
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
import pandas as pd

from analysis.reading.figures import is_missing

TABLE = Path(__file__).resolve().parents[2] / "data" / "words.toml"
LONGEST_NAME = 1_000
"""Letters of a cell that are looked at for words: no name is longer."""

KIND_OF_FIELD = {
    "lowering_only": "yes_no",
    "returned_to_activity": "yes_no",
    "satisfied": "yes_no",
    "what": "rest",
    "rest_day": "rest",
}
ONLY_WHOLE = frozenset(["der", "re", "each"])
"""A side where they are all a cell says; inside a name an article, or the sets that are meant."""
OTHERWISE = {"exercise": "other"}
"""An exercise that is not in the list is still an exercise."""


@dataclass(frozen=True)
class Words:
    """A column in the log's own words: missing where blank, bad where not known."""

    values: pd.Series
    bad: np.ndarray


@dataclass(frozen=True)
class Variants:
    """What a column of variants says: surface and knee, missing where it does not."""

    surface: pd.Series
    knee: pd.Series
    bad: np.ndarray


def plain(text: str) -> str:
    """Return a text without case, accents and punctuation, its words one blank apart.

    Examples
    --------
    >>> plain("  Schmerz während_Übung! ")
    'schmerz wahrend ubung'
    """
    bare = text.casefold()
    if not bare.isascii():
        spread = unicodedata.normalize("NFKD", bare)
        bare = "".join(c for c in spread if not unicodedata.combining(c))
    return " ".join(WORD.findall(bare))


WORD = re.compile(r"[^\W_]+")


@cache
def vocabulary(kind: str) -> dict[str, str]:
    """Return our word for every phrase of a kind, phrases in plain form."""
    told = tomllib.loads(TABLE.read_text(encoding="utf-8"))[kind]
    return {plain(phrase): ours for ours, phrases in told.items() for phrase in [ours, *phrases]}


@cache
def _phrases(kind: str) -> tuple[tuple[re.Pattern, str], ...]:
    """Return the phrases of a kind, longest first, each as whole words."""
    inside = {phrase: ours for phrase, ours in vocabulary(kind).items() if phrase not in ONLY_WHOLE}
    words = sorted(inside.items(), key=lambda pair: -len(pair[0]))
    return tuple((re.compile(rf"\b{re.escape(phrase)}\b"), ours) for phrase, ours in words)


@cache
def _any_phrase(kind: str) -> re.Pattern:
    """Return a pattern for all phrases of a kind together: most texts hold none."""
    phrases = sorted(map(re.escape, vocabulary(kind)), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(phrases)})\b")


def word_of(kind: str, text: str) -> str | None:
    """Return our word for a text, or None where it names none, or several.

    The whole text goes before a phrase inside it; phrases are whole words, never
    parts of one, and a longer phrase goes before a shorter one inside it. A text that
    names left and right is of both sides.

    Examples
    --------
    >>> word_of("exercise", "Fersensenken links"), word_of("side", "Fersensenken links")
    ('heel drop', 'left')
    >>> word_of("exercise", "Ab Wheel") is None, word_of("side", "left/right")
    (True, 'both')
    """
    told = plain(text[:LONGEST_NAME])
    whole = vocabulary(kind).get(told)
    if whole is not None or kind == "yes_no" or not _any_phrase(kind).search(told):
        return whole
    found = set()
    for pattern, ours in _phrases(kind):
        if pattern.search(told):
            found.add(ours)
            told = pattern.sub(" ", told)
    if kind == "side" and {"left", "right"} <= found:
        return "both"
    return found.pop() if len(found) == 1 else None


def read_words(field: str, texts: pd.Series) -> Words:
    """Return a field's cells in the log's own words.

    Blank cells are missing and not bad. A cell whose words are not known is missing
    and bad, but an exercise that is not known is "other", and a day that is no day
    of rest is missing.

    Examples
    --------
    >>> read_words("side", pd.Series(["links", "", "up"])).bad.tolist()
    [False, False, True]
    """
    kind = KIND_OF_FIELD.get(field, field)
    codes, distinct = pd.factorize(texts)
    blank = np.array([is_missing(text) for text in distinct] + [True], dtype=bool)
    pairs = zip(distinct, blank, strict=False)
    found = [None if no else word_of(kind, text) or OTHERWISE.get(kind) for text, no in pairs]
    values = pd.Series([*found, None], dtype="str")
    unknown = values.isna().to_numpy() & ~blank & (kind != "rest")
    return Words(_taken(values, codes, texts.index), unknown[codes])


def read_variants(texts: pd.Series) -> Variants:
    """Return the surfaces and knees that a column of variants names.

    Bad where a cell names neither.

    Examples
    --------
    >>> found = read_variants(pd.Series(["Stufe gebeugt", "flat"]))
    >>> found.surface.tolist(), found.knee.tolist()
    (['step', 'flat'], ['bent', nan])
    """
    codes, distinct = pd.factorize(texts)
    blank = np.array([is_missing(text) for text in distinct] + [True], dtype=bool)
    surface = pd.Series([*(word_of("surface", text) for text in distinct), None], dtype="str")
    knee = pd.Series([*(word_of("knee", text) for text in distinct), None], dtype="str")
    bad = surface.isna().to_numpy() & knee.isna().to_numpy() & ~blank
    index = texts.index
    return Variants(_taken(surface, codes, index), _taken(knee, codes, index), bad[codes])


def _taken(values: pd.Series, codes: np.ndarray, index: pd.Index) -> pd.Series:
    return values.take(np.where(codes < 0, len(values) - 1, codes)).set_axis(index)
