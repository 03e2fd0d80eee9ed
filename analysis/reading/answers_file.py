"""Answers in a small TOML file, to be given again with the next export.

Keys at the top hold for every file; a table ``[layouts.…]`` holds for every file with
the same column names, as next month's export has; a table ``[files."log.csv"]`` holds
for the file of that name::

    scale = "10"

    [layouts.3f1b2c4d5e6f]  # strong.csv
    unit = "kg"

    [files."log.csv"]
    person = "Ada"
"""

import hashlib
import json
import tomllib
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

from analysis.reading.questions import EVERY_FILE, Answers
from analysis.reading.raw import Refused, Source
from analysis.reading.receipt import Receipt

OF_ONE_FILE = ("person", "side", "glued")
"""What is said of the person and not of the way a file is written."""


def load_answers(path: Path | None, sources: Sequence[Source]) -> Answers:
    """Return the answers of a file for these sources; no file, no answers.

    Raises
    ------
    Refused
        Where the file cannot be read or is not of this form.
    """
    if path is None:
        return Answers()
    try:
        return parse_answers(path.read_text(encoding="utf-8"), sources)
    except OSError as error:
        raise Refused(f"{path}: {error.strerror}.") from None


def parse_answers(text: str, sources: Sequence[Source]) -> Answers:
    """Return the answers written in TOML for these sources.

    Raises
    ------
    Refused
        Where the text is not of this form.

    Examples
    --------
    >>> parse_answers('scale = "10"', []).of("any file")
    {'scale': '10'}
    """
    try:
        told = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise Refused(f"The answers are not in TOML ({error}).") from None
    files, layouts = told.pop("files", {}), told.pop("layouts", {})
    for tables in (files, layouts):
        if not isinstance(tables, dict) or not all(isinstance(t, dict) for t in tables.values()):
            raise Refused('The answers of one file stand under [files."its name.csv"].')
    given = {EVERY_FILE: _texts(told)} | {key: _texts(table) for key, table in layouts.items()}
    for source in sources:
        if source.name in files:
            given[hashlib.sha256(source.data).hexdigest()] = _texts(files[source.name])
    return Answers(given)


def _texts(told: dict) -> dict[str, str]:
    if any(isinstance(value, dict | list) for value in told.values()):
        raise Refused('An answer is one word, such as scale = "10".')
    return {key: str(value) for key, value in told.items()}


def write_answers(answers: Answers, receipts: Sequence[Receipt]) -> str:
    """Return answers as TOML, those of each file by its layout, so that the next export has them.

    What is said of one file alone, such as whose it is, stands under its name; so do the
    answers of files that share a layout.
    """
    shared = Counter(receipt.layout for receipt in receipts)
    lines = _lines(answers.of(EVERY_FILE))
    for receipt in receipts:
        told = {**receipt.answered, **answers.of(receipt.digest, receipt.layout)}
        told = {k: v for k, v in told.items() if answers.of(EVERY_FILE).get(k) != v}
        alone = shared[receipt.layout] > 1 or not receipt.layout
        own = told if alone else {k: v for k, v in told.items() if k in OF_ONE_FILE}
        rest = {k: v for k, v in told.items() if k not in own}
        if rest:
            lines += ["", f"[layouts.{receipt.layout}]  # {_quoted(receipt.name)}", *_lines(rest)]
        if own:
            lines += ["", f"[files.{_quoted(receipt.name)}]", *_lines(own)]
    return "\n".join(lines).lstrip() + "\n"


def _lines(told: Mapping[str, str]) -> list[str]:
    return [f"{_quoted(key)} = {_quoted(value)}" for key, value in told.items()]


def _quoted(text: str) -> str:
    # A JSON string is a TOML string, but for the one control character JSON leaves bare.
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
