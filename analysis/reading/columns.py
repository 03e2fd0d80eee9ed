"""Names of columns to fields of the log, through the synonyms of data/columns.toml."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
import pandas as pd

from analysis.reading.times import clock_minutes
from analysis.reading.words import plain, word_of

TABLE = Path(__file__).resolve().parents[2] / "data" / "columns.toml"
BRACKETS = re.compile(r"\([^)]*\)|\[[^\]]*\]|\{[^}]*\}")
UNIT = re.compile(r"(?<![a-z])(?:(kgs?|kilos?|kilogramm?e?s?)|(lbs?|pounds?))(?![a-z])")
SCALE = re.compile(
    r"(?<!\d)0\s*(?:-|–|to|bis|a|à|tot|\.\.+)\s*(100|10|1)(?!\d)|(?:/|von|of|sur|de|van)\s*(100|10)(?!\d)"
)
TOGETHER = re.compile(
    r"\b(?:(?:in|im|au|en|em|no|of|de) )?(?:total|gesamt|insgesamt|totales|totais|totaal|altogether"
    r"|zusammen|all sets|all sets together|(?:aller|alle) (?:satze|sets)|toutes les series"
    r"|todas las series|todas as series)\b"
)
"""What a name of repetitions says of all sets together."""
LENGTH = re.compile(r"(?<![a-z])(?:(mm)|(cm))(?![a-z])")
REMARK = re.compile(rf"{SCALE.pattern}|{UNIT.pattern}|(?<![a-z])(?:mm|cm|in)(?![a-z])")
PAIN = frozenset(
    [
        "pain",
        "vas",
        "nrs",
        "nprs",
        "schmerz",
        "schmerzen",
        "douleur",
        "douleurs",
        "dolor",
        "dolores",
        "dor",
        "dores",
        "pijn",
    ]
)
NEXT = frozenset(
    [
        "next",
        "following",
        "nachsten",
        "nachster",
        "nachste",
        "folgenden",
        "folgetag",
        "suivant",
        "lendemain",
        "siguiente",
        "seguinte",
        "volgende",
    ]
)
ONE_SET = frozenset(["set", "satz", "serie"])
"""Names that count the sets in one file and number them in the next: the values tell."""
LANDMARKS = frozenset(
    ["variable field name", "field type", "field label", "form name", "redcap event name"]
)
"""Names that stand for nothing in the log and yet tell the line of names of a file."""
CLOCK_OR_MINUTES = "time"
"""A name that is a clock time in one file and minutes in the next: the values tell."""


@dataclass(frozen=True)
class Field:
    """What a column can stand for."""

    name: str
    table: str
    kind: str
    label: str
    help: str


@dataclass(frozen=True)
class Match:
    """What one column of a file is taken for.

    Attributes
    ----------
    position : int
        Of the column, from 0.
    name : str
        As the file has it.
    field : str or None
        A key of :data:`FIELDS`.
    unit : {"kg", "lb", ""}
        Where the name says it.
    scale : float or None
        Largest value of pain, where the name says it: 1, 10 or 100.
    how : {"name", "unknown", "given", "writer"}
        Whether the name was known, or what told instead: the person, or the app that
        wrote the file.
    """

    position: int
    name: str
    field: str | None
    unit: str = ""
    scale: float | None = None
    how: str = "name"


@cache
def _table() -> dict[str, dict]:
    return tomllib.loads(TABLE.read_text(encoding="utf-8"))


FIELDS: dict[str, Field] = {
    name: Field(name, told.get("table", ""), told["kind"], told["label"], told["help"])
    for name, told in _table().items()
}
"""Everything a column can stand for, by name."""


@cache
def synonyms() -> dict[str, str]:
    """Return the field of every known name, names in plain form.

    Raises
    ------
    ValueError
        Where one name stands for two fields.
    """
    found: dict[str, str] = {}
    for field, told in _table().items():
        for name in {plain(text) for text in [field, *told["names"]]}:
            if found.setdefault(name, field) != field:
                raise ValueError(f"{name!r} stands for {found[name]} and for {field}")
    return found


def normalise(header: str) -> str:
    """Return a column's name in plain form, without remarks on unit and scale.

    Examples
    --------
    >>> normalise("Zusatz-Gewicht (kg)"), normalise("VAS_0-100"), normalise("weight_lbs")
    ('zusatz gewicht', 'vas', 'weight')
    """
    bare = BRACKETS.sub(" ", header)
    short = plain(REMARK.sub(" ", bare.casefold().replace("_", " ")))
    return short or plain(bare) or plain(header)


def remark(header: str) -> tuple[str, float | None]:
    """Return the unit of weight and the largest value of pain that a name tells.

    Examples
    --------
    >>> remark("added weight (lbs)"), remark("Schmerz 0-10"), remark("pain /100")
    (('lb', None), ('', 10.0), ('', 100.0))
    """
    told = header.casefold().replace("_", " ")
    unit, scale, length = UNIT.search(told), SCALE.search(told), LENGTH.search(told)
    weight = "" if unit is None else "kg" if unit[1] else "lb"
    if scale:
        return weight, float(scale[1] or scale[2])
    return weight, None if length is None else 100.0 if length[1] else 10.0


def match_columns(header: tuple[str, ...], sample: pd.DataFrame | None = None) -> tuple[Match, ...]:
    """Return what each column is taken for, by its name alone where that settles it.

    Parameters
    ----------
    header : tuple of str
        Names as the file has them.
    sample : pandas.DataFrame, optional
        First rows, columns by position: a column called "time" is a clock time or
        minutes, as its values say.

    Examples
    --------
    >>> [match.field for match in match_columns(("Datum", "Sätze", "Schmerz morgens", "mood"))]
    ['date', 'sets', 'pain_morning', None]
    """
    own = any(plain(name) == "started" for name in header)
    return tuple(
        _match(position, name, own, None if sample is None else sample[position])
        for position, name in enumerate(header)
    )


def _match(position: int, name: str, own: bool, values: pd.Series | None) -> Match:
    field = field_of(name)
    if normalise(name) == CLOCK_OR_MINUTES and values is not None:
        field = "clock" if are_clock_times(values) else "minutes"
    if normalise(name) in ONE_SET and values is not None and _are_numbered(values):
        field = "set_number"
    if field == "reps" and own:
        field = "reps_total"  # the log's own sessions count all sets together
    unit, scale = remark(name)
    return Match(position, name, field, unit, scale, "name" if field else "unknown")


def _are_numbered(values: pd.Series) -> bool:
    """Return whether values run 1, 2, 3 and begin again at 1."""
    count = pd.to_numeric(values, errors="coerce").dropna().to_numpy()
    steps = (np.diff(count) == 1) | (count[1:] == 1)
    return bool(
        len(count) > 2
        and count[0] == 1
        and count.max() > 1
        and steps.all()
        and np.any(np.diff(count) == 1)
    )


def are_clock_times(values: pd.Series) -> bool:
    """Return whether most values are times of day that show it.

    Examples
    --------
    >>> are_clock_times(pd.Series(["07:30", ""])), are_clock_times(pd.Series(["30", "45"]))
    (True, False)
    """
    # 20.15 could be either, so a clock time must show a colon, an h or am and pm.
    marked = values.fillna("").str.contains(r"[:h]|[ap]\.?m", case=False)
    parsed = clock_minutes(values.where(marked))
    return bool((marked & ~parsed.bad).sum() > len(values[values.fillna("") != ""]) / 2)


def field_of(header: str) -> str | None:
    """Return the field that a name stands for, or None where it is not known.

    Examples
    --------
    >>> field_of("Reps"), field_of("Reps (all sets)"), field_of("mood")
    ('reps', 'reps_total', None)
    """
    together = TOGETHER.sub(" ", plain(header))
    for told in (plain(header), normalise(header), " ".join(together.split())):
        if told in synonyms():
            field = synonyms()[told]
            return "reps_total" if field == "reps" and together != plain(header) else field
    return _pain_field(normalise(header)) if header else None


def _pain_field(told: str) -> str | None:
    words = told.split()
    if not PAIN.intersection(words):
        return None
    if NEXT.intersection(words):
        return "pain_next_morning"
    rest = " ".join(word for word in words if word not in PAIN)
    context = word_of("context", rest)
    return "pain" if context in (None, "unspecified") else f"pain_{context}"


def is_known(header: str) -> bool:
    """Return whether a cell is a column name of the log, or of nearly any log.

    Examples
    --------
    >>> is_known("Wdh."), is_known("15")
    (True, False)
    """
    known = field_of(header) is not None or normalise(header) == CLOCK_OR_MINUTES
    return known or plain(header) in LANDMARKS
