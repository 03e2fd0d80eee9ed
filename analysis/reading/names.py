"""One person under several names: matched where only the writing differs, else asked."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from analysis.reading.one_file import Draft
from analysis.reading.words import plain

ASKED = 20
"""Names asked about at most; so many alike are a list of people, and count as they stand."""

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
    unknown = sorted({*own} - {*known})
    free = sorted({*known} - {*own})
    told = _same(unknown, free)
    told |= _alike_in_part([n for n in unknown if n not in told], free, draft)
    if not told:
        return draft
    for name, other in told.items():
        draft.ledger.note(f"“{name}” is taken as “{other}” of the other files.")
    tables = {
        table: frame.assign(person=frame["person"].replace(told))
        for table, frame in draft.tables.items()
    }
    return replace(draft, tables=tables)


def _same(unknown: list[str], free: list[str]) -> dict[str, str]:
    """Return the names that differ from one other name in writing alone."""
    here, there = _by_plain(unknown), _by_plain(free)
    return {
        names[0]: there[written][0]
        for written, names in here.items()
        if len(names) == 1 and len(there.get(written, ())) == 1
    }


def _by_plain(names: list[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for name in names:
        found[plain(name)].append(name)
    return found


def _alike_in_part(unknown: list[str], free: list[str], draft: Draft) -> dict[str, str]:
    """Return the names that the person says are another's; asked where only two are alike."""
    pairs = _alike_pairs(unknown, free)
    ours, theirs = Counter(pair[0] for pair in pairs), Counter(pair[1] for pair in pairs)
    only = [(one, other) for one, other in pairs if ours[one] == 1 and theirs[other] == 1]
    told = {
        one: draft.ledger.ask(
            f"name:{plain(one)}",
            f"Is “{one}” of this file “{other}” of another?",
            SAME_OR_ANOTHER,
            "nothing; they count as two people until then",
            optional=True,
        )
        for one, other in only[:ASKED]
    }
    return {one: other for one, other in only if told.get(one) == "same"}


def _alike_pairs(unknown: list[str], free: list[str]) -> list[tuple[str, str]]:
    """Return who may be whom among two lists; people with figures in their names are nobody else.

    Compared are names with words that begin with the same two letters, and initials.
    """
    ours, theirs = _words_of(unknown), _words_of(free)
    by_start: dict[str, set[str]] = defaultdict(set)
    for name, words in theirs.items():
        for start in {start for word in words for start in (word[:2], f"{word[0]}…", word + ".")}:
            by_start[start].add(name)
    return [
        (name, other)
        for name, words in ours.items()
        for other in sorted(set().union(*(by_start.get(key, ()) for key in _keys(words))))
        if alike(words, theirs[other])
    ]


def _words_of(names: list[str]) -> dict[str, list[str]]:
    return {name: plain(name).split() for name in names if not any(c.isdigit() for c in name)}


def _keys(words: list[str]) -> set[str]:
    """Return what other names are found by: an initial finds all words that begin with it."""
    return {f"{word}…" if len(word) == 1 else word[:2] for word in words} | {
        f"{word[0]}." for word in words
    }


def alike(words: list[str], others: list[str]) -> bool:
    """Return whether each word of the shorter name begins a word of the longer, in order.

    Examples
    --------
    >>> alike(["ada", "l"], ["ada", "lovelace"]), alike(["ada"], ["bea"])
    (True, False)
    """
    short, long = sorted((words, others), key=len)
    rest = iter(long)
    return bool(short) and all(any(_begins(word, with_) for with_ in rest) for word in short)


def _begins(word: str, other: str) -> bool:
    return word.startswith(other) or other.startswith(word)
