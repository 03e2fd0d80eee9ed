"""One person under several names: matched where only the writing differs, else asked."""

from collections.abc import Sequence
from dataclasses import replace

from analysis.reading.one_file import Draft
from analysis.reading.words import plain

SAME_OR_ANOTHER = (("same", "Yes, the same person"), ("another", "No, somebody else"))


def settle_names(drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    """Return the files with each person under the name of the file that came first.

    Names that differ only in case, accents and punctuation are one person's, unless one
    file has both. Names alike in part, such as "Ada" and "Ada L.", are asked about where
    no file has both; until then they are two people.
    """
    settled: list[Draft] = []
    for draft in drafts:
        known = [name for before in settled for name in _people(before)]
        settled.append(_renamed(draft, list(dict.fromkeys(known))))
    return tuple(settled)


def _people(draft: Draft) -> list[str]:
    found = [frame["person"].dropna().unique() for frame in draft.tables.values()]
    return sorted({str(name) for names in found for name in names})


def _renamed(draft: Draft, known: list[str]) -> Draft:
    own = _people(draft)
    unknown = [name for name in own if name not in known]
    free = [name for name in known if name not in own]
    told = {name: _match(name, unknown, free, draft) for name in unknown}
    told = {name: other for name, other in told.items() if other is not None}
    if not told:
        return draft
    for name, other in told.items():
        draft.ledger.note(f"“{name}” is taken as “{other}” of the other files.")
    tables = {
        table: frame.assign(person=frame["person"].replace(told))
        for table, frame in draft.tables.items()
    }
    return replace(draft, tables=tables)


def _match(name: str, own: list[str], known: list[str], draft: Draft) -> str | None:
    same = [other for other in known if plain(other) == plain(name)]
    twice = sum(plain(other) == plain(name) for other in own) > 1
    if len(same) == 1 and not twice:
        return same[0]
    near = [other for other in known if alike(name, other)]
    if len(near) != 1 or sum(alike(other, near[0]) for other in own) > 1:
        return None
    answer = draft.ledger.ask(
        f"name:{plain(name)}",
        f"Is “{name}” of this file “{near[0]}” of another?",
        SAME_OR_ANOTHER,
        "nothing; they count as two people until then",
        optional=True,
    )
    return near[0] if answer == "same" else None


def alike(one: str, other: str) -> bool:
    """Return whether each word of the shorter name begins a word of the longer, in order.

    A name with a figure in it is a number given in a study: it is never in part another.

    Examples
    --------
    >>> alike("Ada L.", "Ada Lovelace"), alike("Ada", "Bea"), alike("P1", "P12")
    (True, False, False)
    """
    short, long = sorted((plain(one).split(), plain(other).split()), key=len)
    if not short or any(letter.isdigit() for letter in one + other):
        return False
    rest = iter(long)
    return all(any(_begins(word, with_) for with_ in rest) for word in short)


def _begins(word: str, other: str) -> bool:
    return word.startswith(other) or other.startswith(word)
