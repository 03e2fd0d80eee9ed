"""The catalogue of rules: what each set says, at which thresholds, and who said so."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

CATALOGUE = Path(__file__).resolve().parents[2] / "data" / "rules.toml"
OWN = "project"
"""The source of a number that is this project's own decision."""


@dataclass(frozen=True)
class Setting:
    """A threshold by name, with the number it has unless a person chooses another.

    Attributes
    ----------
    default, low, high : float
        In ``unit``; ``low`` and ``high`` are the most that may be chosen.
    source : str
        Where the default was read; ``"project"`` where it is the project's decision.
    mark : str
        How far the source is trusted: A, R or S; "" for the project's own.
    """

    key: str
    name: str
    default: float
    unit: str
    low: float
    high: float
    source: str
    mark: str = ""
    note: str = ""


@dataclass(frozen=True)
class Rule:
    """One rule of a set.

    Attributes
    ----------
    key : str
        Unique within its set.
    kind : str
        By what statements can be grouped, such as ``add weight`` or ``week on week``; a
        key, not words to be shown.
    test : str
        The test it is put to, a key of ``register.TESTS``; "" where no log holds what
        the rule needs.
    context : str
        Which pain the test is put to; ``weekly`` and ``evening`` are chosen by the person.
    looks_at : tuple of str
        Which numbers the log must hold.
    settings : mapping of str to str
        The settings used, by the part they play in the test.
    text : str
        The sentence, with the test's numbers to be filled in.
    """

    key: str
    rule_set: str
    name: str
    kind: str
    test: str
    context: str
    looks_at: tuple[str, ...]
    text: str
    settings: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class RuleSet:
    """Rules that belong together: those of one source.

    Attributes
    ----------
    family : str
        ``provoking`` (works into pain), ``limiting`` (keeps pain under a ceiling) or
        ``readers``. One day can be right for one family and too much for another, so
        sets are never merged.
    rules : mapping of str to Rule
        By key, in the order of the file.
    """

    key: str
    name: str
    family: str
    about: str
    source: str
    mark: str
    rules: Mapping[str, Rule]


@cache
def settings() -> dict[str, Setting]:
    """Return every setting by its key, in the order of the file.

    Examples
    --------
    >>> settings()["ceiling"].default, settings()["running"].source
    (50, 'project')
    """
    return {key: _setting(key, told) for key, told in _told()["settings"].items()}


@cache
def rule_sets() -> dict[str, RuleSet]:
    """Return the rule sets by key, in the order of the file.

    Examples
    --------
    >>> [(chosen.name, chosen.family) for chosen in rule_sets().values()][:2]
    [('The article', 'provoking'), ('Readers of the article', 'readers')]
    """
    return {key: _rule_set(key, told) for key, told in _told()["sets"].items()}


def thresholds_in_force(chosen: Mapping[str, float] | None = None) -> dict[str, float]:
    """Return every setting's number: the one chosen, else its default.

    Raises
    ------
    ValueError
        Where a name is not a setting or a number is outside its range.

    Examples
    --------
    >>> thresholds_in_force({"ceiling": 40})["ceiling"]
    40
    """
    known = settings()
    for key, value in (chosen or {}).items():
        if key not in known:
            raise ValueError(f"No setting is called {key!r}.")
        limits = known[key]
        if not limits.low <= value <= limits.high:
            span = f"{limits.low:g} to {limits.high:g} {limits.unit}"
            raise ValueError(f"{limits.name}: {value:g} is outside {span}.")
    return {key: setting.default for key, setting in known.items()} | dict(chosen or {})


@cache
def _told() -> dict[str, Any]:
    return tomllib.loads(CATALOGUE.read_text(encoding="utf-8"))


def _setting(key: str, told: dict[str, Any]) -> Setting:
    low, high = told["range"]
    rest = {name: value for name, value in told.items() if name != "range"}
    return Setting(key=key, low=low, high=high, **rest)


def _rule_set(key: str, told: dict[str, Any]) -> RuleSet:
    rules = {name: _rule(name, key, fields) for name, fields in told["rules"].items()}
    fields: dict[str, Any] = {**told, "key": key, "rules": rules}
    return RuleSet(**fields)


def _rule(key: str, rule_set: str, told: dict[str, Any]) -> Rule:
    looks_at = tuple(told["looks_at"])
    fields: dict[str, Any] = {**told, "key": key, "rule_set": rule_set, "looks_at": looks_at}
    return Rule(**fields)
