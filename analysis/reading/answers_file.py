"""Answers in a small TOML file, to be given again with the next export.

Keys at the top hold for every file; a table ``[files."log.csv"]`` holds for the
file of that name::

    scale = "10"

    [files."log.csv"]
    pain = "knee_pain"
"""

import hashlib
import json
import tomllib
from collections.abc import Sequence
from pathlib import Path

from analysis.reading.questions import EVERY_FILE, Answers
from analysis.reading.raw import Refused, Source


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
    files = told.pop("files", {})
    if not isinstance(files, dict) or not all(isinstance(f, dict) for f in files.values()):
        raise Refused('The answers of one file stand under [files."its name.csv"].')
    given = {EVERY_FILE: _texts(told)}
    for source in sources:
        if source.name in files:
            given[hashlib.sha256(source.data).hexdigest()] = _texts(files[source.name])
    return Answers(given)


def _texts(told: dict) -> dict[str, str]:
    if any(isinstance(value, dict | list) for value in told.values()):
        raise Refused('An answer is one word, such as scale = "10".')
    return {key: str(value) for key, value in told.items()}


def write_answers(answers: Answers, names: dict[str, str]) -> str:
    """Return answers as TOML; ``names`` gives the file name of each digest."""
    lines = [f"{_quoted(key)} = {_quoted(value)}" for key, value in answers.of(EVERY_FILE).items()]
    for digest, name in names.items():
        own = answers.given.get(digest, {})
        if own:
            lines += ["", f"[files.{_quoted(name)}]"]
            lines += [f"{_quoted(key)} = {_quoted(value)}" for key, value in own.items()]
    return "\n".join(lines).lstrip() + "\n"


def _quoted(text: str) -> str:
    # A JSON string is a TOML string, but for the one control character JSON leaves bare.
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
