"""Months in words, in the languages of the apps, from the locale data of Babel."""

from collections.abc import Iterable
from functools import cache

from analysis.reading.words import plain

LANGUAGES = (
    *("en", "de", "fr", "es", "it", "pt", "nl", "pl"),
    *("sv", "da", "nb", "fi", "tr", "cs", "ro", "hu"),
)
SHORTEST = 3


@cache
def _names(language: str) -> dict[str, int]:
    """Return the month of every name in a language, in plain form."""
    from babel import Locale  # takes a while, and most logs write their months as numbers

    months = Locale.parse(language).months
    return {
        plain(name): month
        for form in ("format", "stand-alone")
        for width in ("wide", "abbreviated")
        for month, name in months[form][width].items()
    }


@cache
def _month(word: str, language: str) -> int | None:
    """Return the month that a word names, or begins as no other month of the language does."""
    names = _names(language)
    if word in names:
        return names[word]
    begun = {month for name, month in names.items() if name.startswith(word)}
    return begun.pop() if len(word) >= SHORTEST and len(begun) == 1 else None


def months(words: Iterable[str]) -> dict[str, int]:
    """Return the month of each word of one column, missing where it cannot be told.

    The languages that have most of the words as they stand decide, and of those alone is
    the beginning of a word taken; every language may tell a word that it has as it
    stands. A word on which they differ is told by none.

    Parameters
    ----------
    words : iterable of str
        All words for months that a column has.

    Examples
    --------
    >>> months(["Mai", "Okt."]), months(["août"]), months(["Mayo", "moon"])
    ({'mai': 5, 'okt': 10}, {'aout': 8}, {'mayo': 5})
    """
    told = sorted({plain(word) for word in words} - {""})
    english = {word: _month(word, LANGUAGES[0]) for word in told}
    if all(english.values()):
        return {word: month for word, month in english.items() if month}
    had = {name: sum(word in _names(name) for word in told) for name in LANGUAGES}
    chosen = [name for name in LANGUAGES if had[name] == max(had.values())]
    found = {
        word: {month for name in chosen if (month := _month(word, name))}
        | {_names(name)[word] for name in LANGUAGES if word in _names(name)}
        for word in told
    }
    return {word: month.pop() for word, month in found.items() if len(month) == 1}
