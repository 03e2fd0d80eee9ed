"""What each command comes down to, for JSON and as lines of text."""

from collections.abc import Iterable
from typing import Any

import numpy as np
import pandas as pd

from analysis.adherence import adherence
from analysis.days import Days
from analysis.estimate import Estimate
from analysis.reading import Reading
from analysis.tendon.recovery import recovery
from analysis.tendon.response import response
from analysis.tendon.trend import trend
from analysis.wording import say


def of_reading(reading: Reading, days: Days) -> dict[str, Any]:
    """Return what was read: the receipts, and how much of what there is.

    ``drops`` counts repetitions of heel drops whose number is known; days are ISO
    dates, or None where the files have no dates.
    """
    log = reading.log
    first = [receipt.first_day for receipt in reading.receipts if receipt.first_day]
    last = [receipt.last_day for receipt in reading.receipts if receipt.last_day]
    return {
        "files": [receipt.as_dict() for receipt in reading.receipts],
        "people": len(log.people),
        "tendons": len(log.tendons),
        "sessions": len(log.sessions),
        "drops": int(np.nansum(days.drops)),
        "pain_readings": len(log.pain),
        "activities": len(log.activities),
        "events": len(log.events),
        "first_day": str(min(first)) if first else None,
        "last_day": str(max(last)) if last else None,
    }


def of_recovery(
    days: Days, person: str | None, side: str | None, context: str | None
) -> dict[str, Any]:
    """Return the recovery of one tendon.

    Raises
    ------
    LookupError
        Where the log has no such tendon, or several that fit.
    """
    tendon = find_tendon(days.tendons, person, side)
    found = recovery(days, tendon, context)
    return {
        "person": found.person,
        "side": found.side,
        "context": found.context,
        "sentence": found.sentence,
        "estimates": [
            *found.estimates,
            *_of_pain(days, tendon, found.context),
            *adherence(days, tendon),
        ],
        "warnings": [*found.warnings, *days.unplaced_notes],
    }


def _of_pain(days: Days, tendon: int, context: str) -> list[Estimate]:
    if not context:
        return []
    answer = response(days.alone(tendon), context)
    return [trend(days, tendon, context).estimate, *answer.forward, answer.reverse]


def find_tendon(tendons: pd.DataFrame, person: str | None, side: str | None) -> int:
    """Return the position of the one tendon that fits.

    Raises
    ------
    LookupError
        Where none fits or several do; the message names what there is to choose.

    Examples
    --------
    >>> find_tendon(pd.DataFrame({"person": ["a", "b"], "side": ["left", "left"]}), "b", None)
    1
    """
    fits = pd.Series(True, index=tendons.index)
    if person is not None:
        fits &= tendons["person"] == person
    if side is not None:
        fits &= tendons["side"].isna() | (tendons["side"] == side)
    where = np.flatnonzero(fits.to_numpy())
    if len(where) == 1:
        return int(where[0])
    rows = (tendons if len(where) == 0 else tendons[fits])[["person", "side"]].head(8)
    names = ", ".join(f"{p} {s}" if isinstance(s, str) else str(p) for p, s in rows.to_numpy())
    if len(where) == 0:
        raise LookupError(f"No such tendon; the log has {names or 'none'}.")
    raise LookupError(f"The log has several tendons ({names}); name one with --person and --side.")


def as_plain(result: Any) -> Any:
    """Return a result with its estimates as plain values, ready for JSON.

    Examples
    --------
    >>> one = Estimate("drops", "count", 90.0, "drops", {"days": 1}, no_interval="a count")
    >>> as_plain({"parts": [{"estimates": [one]}]})["parts"][0]["estimates"][0]["unit"]
    'drops'
    """
    if isinstance(result, Estimate):
        return result.as_dict()
    if isinstance(result, dict):
        return {name: as_plain(value) for name, value in result.items()}
    return [as_plain(value) for value in result] if isinstance(result, list | tuple) else result


def as_text(result: dict[str, Any]) -> str:
    """Return a result as lines for a terminal."""
    return "\n".join(_receipt_lines(result) if "files" in result else _estimate_lines(result))


def _receipt_lines(result: dict[str, Any]) -> Iterable[str]:
    for file in result["files"]:
        if file["refused"]:
            yield f"{file['name']}: not used. {file['refused']}"
            continue
        yield (
            f"{file['name']}: {file['kind']}, {file['rows_read']:,} rows read, "
            f"{file['rows_used']:,} used, {len(file['set_aside']):,} set aside"
        )
        yield from (f"  line {row['line']}: {row['reason']}" for row in file["set_aside"])
        if file["ignored_columns"]:
            yield f"  columns not used: {', '.join(file['ignored_columns'])}"
        for question in file["questions"]:
            choices = ", ".join(choice["value"] for choice in question["choices"])
            yield f"  open: {question['text']} ({question['key']}: {choices}) {question['waits']}"
        yield from (f"  {note}" for note in file["notes"])
    counts = ("people", "tendons", "sessions", "drops", "pain_readings", "activities", "events")
    yield ", ".join(f"{result[name]:,} {name.replace('_', ' ')}" for name in counts)
    if result["first_day"]:
        yield f"{result['first_day']} to {result['last_day']}"


def _estimate_lines(result: dict[str, Any]) -> Iterable[str]:
    if result["sentence"]:
        yield " ".join(filter(None, (result["sentence"], result.get("read_with"))))
    yield from _told(result)
    yield from (f"  note: {warning}" for warning in result["warnings"])
    yield from (f"  limit: {banner['sentence']}" for banner in result.get("banners", ()))
    for section in result.get("sections", ()):
        yield f"{section['part']} · {section['title']}"
        yield from (f"  {section[said]}" for said in ("sentence", "note") if section[said])
        yield from _told(section)
    if "methods" in result:
        yield f"Methods. {result['methods']}"


def _told(result: dict[str, Any]) -> Iterable[str]:
    for estimate in result["estimates"]:
        yield f"  {estimate.name}: {say(estimate)}"
        yield from (f"    {warning}" for warning in estimate.warnings)
    yield from (
        f"  not answered: {item['what']}. {item['why']}" for item in result.get("refused", ())
    )
