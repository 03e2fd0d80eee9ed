"""Texts to numbers: every distinct text is read once, and nothing is mended."""

import re
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import pandas as pd

MISSING = frozenset(
    [
        "",
        "-",
        "--",
        "–",
        "—",
        "?",
        "na",
        "n/a",
        "n.a.",
        "nan",
        "null",
        "none",
        "nil",
        "keine",
        "k.a.",
    ]
)
"""What people write for "nothing noted", in lower case."""

POINT = re.compile(r"[+-]?(\d{1,3}(,\d{3})+|\d+)?(\.\d+)?")
COMMA = re.compile(r"[+-]?(\d{1,3}([. ]\d{3})+|\d+)?(,\d+)?")
SPACES = str.maketrans(dict.fromkeys("\u00a0\u202f\u2009", " "))


@dataclass(frozen=True)
class Parsed:
    """Numbers of a column: NaN where blank or bad, and where a text is no number."""

    values: np.ndarray
    bad: np.ndarray


def is_missing(text: object) -> bool:
    """Return whether a cell holds nothing, or a mark for nothing.

    Examples
    --------
    >>> [is_missing(text) for text in ("", "--", "N/A", "0")]
    [True, True, True, False]
    """
    return not isinstance(text, str) or text.strip().casefold() in MISSING


def each_distinct(
    texts: pd.Series, read: Callable[[str], float | None]
) -> tuple[np.ndarray, np.ndarray]:
    """Read every distinct text once; return values (NaN if none) and which are bad.

    ``read`` gives None for a text it cannot take; blanks never reach it.
    """
    codes, distinct = pd.factorize(texts)
    blank = [is_missing(text) for text in distinct]
    found = [None if no else read(text) for text, no in zip(distinct, blank, strict=True)]
    values = np.array([np.nan if v is None else v for v in found] + [np.nan], dtype="float64")
    pairs = zip(found, blank, strict=True)
    bad = np.array([v is None and not no for v, no in pairs] + [False], dtype=bool)
    return values[codes], bad[codes]


def numbers(texts: pd.Series, decimal: str | None, units: tuple[str, ...] = ()) -> Parsed:
    """Return the numbers of a column of texts.

    Parameters
    ----------
    texts : pandas.Series of str
        Blank and missing cells give NaN and are not bad.
    decimal : {".", ",", None}
        The decimal mark; None while it is not known, and then a number with a mark
        in it is NaN and not bad: it waits.
    units : tuple of str
        Words that may stand behind the number.

    Examples
    --------
    >>> numbers(pd.Series(["7,5", "10 kg", "", "ten"]), ",", ("kg",)).values.tolist()
    [7.5, 10.0, nan, nan]
    >>> numbers(pd.Series(["7,5", "", "ten"]), ",").bad.tolist()
    [False, False, True]
    """
    values, bad = each_distinct(texts, lambda text: _number(text, decimal, units))
    return Parsed(values, bad)


def _number(text: str, decimal: str | None, units: tuple[str, ...]) -> float | None:
    text = _bare(text, units)
    if decimal is None:
        return _finite(text) if re.fullmatch(r"[+-]?\d+", text) else _waiting(text)
    pattern, thousands = (POINT, ",") if decimal == "." else (COMMA, ".")
    if not re.search(r"\d", text) or not pattern.fullmatch(text):
        return None
    return _finite(text.replace(thousands, "").replace(" ", "").replace(",", "."))


def _finite(digits: str) -> float | None:
    """Return a number, None where it has so many digits that a computer holds it for infinite."""
    value = float(digits)
    return value if np.isfinite(value) else None


def _waiting(text: str) -> float | None:
    return np.nan if POINT.fullmatch(text) or COMMA.fullmatch(text) else None


def _bare(text: str, units: tuple[str, ...]) -> str:
    text = text.translate(SPACES).replace("\N{MINUS SIGN}", "-").strip()
    lower = text.casefold()
    for unit in sorted(units, key=len, reverse=True):
        if lower.endswith(unit) and lower[: -len(unit)].rstrip()[-1:].isdigit():
            return text[: -len(unit)].rstrip()
    return text


def decimal_mark(texts: pd.Series) -> str | None:
    """Return the decimal mark of a column: ".", "," or None where both readings stand.

    Digits are read by marks that leave one reading only: "7,5" settles a comma,
    "1.5" a point. "1,234" alone could be either, so it is asked about.

    Examples
    --------
    >>> [decimal_mark(pd.Series(told)) for told in (["7,5"], ["1.5", "3"], ["1,234"], ["3"])]
    [',', '.', None, '.']
    """
    marked = [t for t in texts.dropna().unique() if ("," in t or "." in t) and re.search(r"\d", t)]
    bare = [re.sub(r"[^\d.,+-]", "", text) for text in marked]
    only_point = any(POINT.fullmatch(text) and not COMMA.fullmatch(text) for text in bare)
    only_comma = any(COMMA.fullmatch(text) and not POINT.fullmatch(text) for text in bare)
    either = any(POINT.fullmatch(text) and COMMA.fullmatch(text) for text in bare)
    if only_comma and not only_point:
        return ","
    if only_point or not either:
        return "."
    return None
