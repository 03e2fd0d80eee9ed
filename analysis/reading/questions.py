"""What a file leaves open, and what the person answered."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Self


@dataclass(frozen=True)
class Question:
    """One thing that the file does not settle.

    Attributes
    ----------
    key : str
        Stable within a file, such as ``scale``, ``unit``, ``date_order``.
    text : str
        The question in plain words.
    choices : tuple of (value, label)
        The answers one can give.
    waits : str
        What is not used until the answer is there ("1,196 pain readings").
    optional : bool
        Whether everything is used without the answer, and the answer only adds to it.
    """

    key: str
    text: str
    choices: tuple[tuple[str, str], ...]
    waits: str
    optional: bool = False


EVERY_FILE = "*"


@dataclass(frozen=True)
class Answers:
    """Answers by the digest of the file they were given for, or for every file.

    ``given`` maps a file's SHA-256 (or :data:`EVERY_FILE`) to question keys and
    their answers, all text. An answer for one file goes before one for all.
    """

    given: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def of(self, digest: str) -> dict[str, str]:
        """Return the answers that hold for one file.

        Examples
        --------
        >>> Answers({"*": {"scale": "10"}, "ab": {"scale": "100"}}).of("ab")
        {'scale': '100'}
        """
        return {**self.given.get(EVERY_FILE, {}), **self.given.get(digest, {})}

    def with_answer(self, digest: str, key: str, value: str) -> Self:
        """Return a copy with one more answer."""
        one = {**self.given.get(digest, {}), key: value}
        return type(self)({**self.given, digest: one})
