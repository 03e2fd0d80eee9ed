"""The catalogue of protocols: what each prescribes and who described it."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

CATALOGUE = Path(__file__).resolve().parents[1] / "data" / "protocols.toml"


@dataclass(frozen=True)
class Protocol:
    """A named prescription; None where its source gives no figure.

    Attributes
    ----------
    drops_per_day, course_drops : int or None
        Repetitions of ``exercise`` a day and in the whole course, on one tendon.
    knee : tuple of str
        ``straight``, ``bent`` or both, each done with all sets.
    progression : str
        The rule for adding weight or volume.
    tested : bool
        Whether a study has followed people on it.
    """

    key: str
    name: str
    exercise: str
    source: str
    names: tuple[str, ...] = ()
    site: str | None = None
    surface: str | None = None
    lift_cm: float | None = None
    knee: tuple[str, ...] = ()
    sets: int | None = None
    reps: int | None = None
    times_per_day: int | None = None
    days_per_week: int | None = None
    weeks: int | None = None
    drops_per_day: int | None = None
    course_drops: int | None = None
    progression: str = ""
    note: str = ""
    tested: bool = False

    @property
    def knees(self) -> str | None:
        """The knees in one word, such as ``straight+bent``, or None where not given."""
        return "+".join(self.knee) or None

    @property
    def variant(self) -> str | None:
        """Surface and knee in words, or None where the protocol names neither."""
        return " ".join(filter(None, (self.surface, self.knees))) or None

    @property
    def sets_per_day(self) -> int | None:
        """Sets a day over both knees, or None where not given."""
        if self.sets is None or self.times_per_day is None:
            return None
        return self.sets * self.times_per_day * max(len(self.knee), 1)


@cache
def catalogue() -> dict[str, Protocol]:
    """Return the protocols by key, in the order of the file.

    Examples
    --------
    >>> catalogue()["jonsson"].course_drops, catalogue()["alfredson"].drops_per_day
    (7560, 180)
    """
    told = tomllib.loads(CATALOGUE.read_text(encoding="utf-8"))
    return {key: _protocol(key, fields) for key, fields in told.items()}


def _protocol(key: str, fields: dict[str, Any]) -> Protocol:
    told: dict[str, Any] = {"key": key, **fields}
    for name in ("names", "knee"):
        told[name] = tuple(fields.get(name, ()))
    return Protocol(**told)


def find(name: str) -> Protocol | None:
    """Return the protocol that a log calls by this name, or None.

    Case, punctuation and the words "protocol" and "programme" do not matter.

    Examples
    --------
    >>> find("Alfredson protocol").key, find("my own")
    ('alfredson', None)
    """
    return _by_name().get(_plain(name))


@cache
def _by_name() -> dict[str, Protocol]:
    return {
        _plain(name): protocol
        for protocol in catalogue().values()
        for name in (protocol.key, protocol.name, *protocol.names)
    }


def _plain(name: str) -> str:
    words = re.findall(r"\w+", name.replace("_", " ").casefold())
    return " ".join(word for word in words if word not in ("protocol", "programme", "program"))
