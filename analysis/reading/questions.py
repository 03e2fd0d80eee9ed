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


@dataclass(frozen=True)
class Setting:
    """One thing that the file settles and the person may overrule.

    Attributes
    ----------
    key, text, choices
        As of a :class:`Question`.
    value : str
        The choice in force.
    """

    key: str
    text: str
    choices: tuple[tuple[str, str], ...]
    value: str

    @property
    def label(self) -> str:
        """The choice in force, in words."""
        return dict(self.choices)[self.value]


EVERY_FILE = "*"


@dataclass(frozen=True)
class Answers:
    """Answers by the digest of the file they were given for, by layout, or for every file.

    ``given`` maps a file's SHA-256, the layout of its column names or
    :data:`EVERY_FILE` to question keys and their answers, all text. An answer for one
    file goes before one for all files of its layout, and that before one for all.
    """

    given: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def of(self, digest: str, layout: str = "") -> dict[str, str]:
        """Return the answers that hold for one file of a layout.

        Examples
        --------
        >>> Answers({"*": {"scale": "10"}, "ab": {"scale": "100"}}).of("ab")
        {'scale': '100'}
        """
        order = (EVERY_FILE, layout, digest)
        return {key: told for name in order for key, told in self.given.get(name, {}).items()}

    def with_answer(self, digest: str, key: str, value: str) -> Self:
        """Return a copy with one more answer."""
        one = {**self.given.get(digest, {}), key: value}
        return type(self)({**self.given, digest: one})

    def joined(self, others: "Answers") -> Self:
        """Return these answers with others, which go first where both answer one question.

        Examples
        --------
        >>> Answers({"*": {"unit": "kg"}}).joined(Answers({"*": {"unit": "lb"}})).given
        {'*': {'unit': 'lb'}}
        """
        keys = {**self.given, **others.given}
        return type(self)(
            {key: {**self.given.get(key, {}), **others.given.get(key, {})} for key in keys}
        )
