"""How long an activity took: minutes, and durations that a spreadsheet has damaged."""

import numpy as np
import pandas as pd

from analysis.reading.ledger import Ledger
from analysis.reading.sheet import Sheet
from analysis.reading.values import Parsed
from analysis.wording import plural

LONG_HOURS = 6
SLOW_HOURS = 2
"""Hours for one kilometre or mile that no sport takes: running takes as many minutes, not hours."""
HOURS_OF_A_DAY = 24
LOOKED_AT = 1000
WHOLE_MINUTES = r"^\s*(\d{1,3}):(\d{2})(:00)?\s*$"
MEANT = (
    ("minutes", "Minutes and seconds: 30:48:00 is 30 minutes and 48 seconds"),
    ("hours", "Hours and minutes: 30:48:00 is 30 hours and 48 minutes"),
)


def minutes_of(sheet: Sheet, ledger: Ledger) -> Parsed:
    """Return the minutes of a sheet's activities; asks where hours may have been minutes.

    A spreadsheet that saves 30:48 again makes 30:48:00 of it: half an hour becomes
    thirty hours. Durations without seconds are asked about where one of them is 6 hours
    or more, or 2 hours and more for each kilometre or mile (this project's own
    thresholds); until then they wait. Where they are minutes, 1:05:00 may be either, an
    hour that was whole or a minute: it stays unknown where no distance tells.
    """
    parsed = sheet.converted("minutes")
    texts = sheet.texts("minutes")
    found = texts.str.extract(WHOLE_MINUTES)
    hours = found[0].astype("float64") + found[1].astype("float64") / 60
    long, slow = hours >= LONG_HOURS, _slow(hours, sheet)
    if sheet.own or not (long | slow).any():
        _note_damage_elsewhere(sheet, ledger)
        return parsed
    without_seconds = hours.notna().to_numpy()
    told = ledger.ask(
        "durations",
        f"Some durations are long, such as {texts[hours.idxmax()]}. Are they hours, or minutes "
        "that a spreadsheet has made hours of?",
        MEANT,
        plural(int(without_seconds.sum()), "duration"),
    )
    if told == "hours":
        return parsed
    meant = np.full(len(texts), np.nan)
    if told == "minutes":
        either = found[2].notna() & ~long & ~slow
        _note_either(texts[either], ledger)
        meant = hours.mask(either).to_numpy()
    return Parsed(np.where(without_seconds, meant, parsed.values), parsed.bad)


def _slow(hours: pd.Series, sheet: Sheet) -> pd.Series:
    """Return where a distance tells that hours cannot be meant."""
    distance = pd.Series(np.nan_to_num(sheet.numbers("distance_km").values), index=hours.index)
    return (distance > 0) & (hours >= SLOW_HOURS * distance)


def _note_either(texts: pd.Series, ledger: Ledger) -> None:
    if len(texts):
        ledger.note(
            f"{plural(len(texts), 'duration')} such as {texts.iloc[0]} can be hours or minutes "
            "in this file: not used."
        )


def _note_damage_elsewhere(sheet: Sheet, ledger: Ledger) -> None:
    """Say which unused columns hold times of a day and more: the file was saved again."""
    if not sheet.has("minutes") or sheet.own:
        return
    for match in sheet.matches:
        if match.field or not match.name:
            continue
        texts = sheet.cells[match.position].head(LOOKED_AT)
        hours = texts.str.extract(WHOLE_MINUTES)[0].astype("float64")
        if (hours >= HOURS_OF_A_DAY).any():
            ledger.note(
                f"“{match.name}” holds times such as {texts[hours.idxmax()]}, as a spreadsheet "
                f"makes of minutes and seconds; “{sheet.name('minutes')}”, which is used, has none."
            )
