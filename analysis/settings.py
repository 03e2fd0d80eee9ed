"""What it takes to make a number again: files, answers, options, versions, rows."""

from collections.abc import Mapping, Sequence
from datetime import date
from importlib.metadata import version
from platform import python_version
from typing import Any

from analysis.reading import Answers, Receipt

PACKAGES = ("numpy", "pandas", "scipy", "statsmodels")


def settings(
    receipts: Sequence[Receipt],
    answers: Answers,
    start: Mapping[str, date],
    chosen: Mapping[str, Any],
) -> dict[str, Any]:
    """Return everything that decided a result, as plain values.

    Files are named by their digest too, so that an archive can show that it holds
    the same ones.
    """
    return {
        "files": [
            {
                "name": receipt.name,
                "sha256": receipt.digest,
                "rows_read": receipt.rows_read,
                "rows_used": receipt.rows_used,
                "set_aside": len(receipt.set_aside),
                "answers": answers.of(receipt.digest, receipt.layout),
            }
            for receipt in receipts
        ],
        "start": {person: str(day) for person, day in start.items()},
        "chosen": dict(chosen),
        "versions": versions(),
    }


def versions() -> dict[str, str]:
    """Return the versions of Python and of the packages that work the numbers out."""
    return {"Python": python_version(), **{name: version(name) for name in PACKAGES}}
