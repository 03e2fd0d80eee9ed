"""How long an activity took: minutes, and durations that a spreadsheet has damaged."""

import numpy as np

from analysis.reading.ledger import Ledger
from analysis.reading.sheet import Sheet
from analysis.reading.values import Parsed
from analysis.wording import plural

LONG_HOURS = 6
SLOW_HOURS = 2
"""Hours for one kilometre or mile that no sport takes: running takes as many minutes, not hours."""
WHOLE_MINUTES = r"\s*(\d{1,3}):(\d{2})(?::00)?\s*"
MEANT = (
    ("minutes", "Minutes and seconds: 30:48:00 is 30 minutes and 48 seconds"),
    ("hours", "Hours and minutes: 30:48:00 is 30 hours and 48 minutes"),
)


def minutes_of(sheet: Sheet, ledger: Ledger) -> Parsed:
    """Return the minutes of a sheet's activities; asks where hours may have been minutes.

    A spreadsheet that saves 30:48 again makes 30:48:00 of it: half an hour becomes
    thirty hours. Durations without seconds are asked about where one of them is 6 hours
    or more, or 2 hours and more for each kilometre or mile (this project's own
    thresholds); until then they wait.
    """
    parsed = sheet.converted("minutes")
    texts = sheet.texts("minutes")
    found = texts.str.extract(rf"^{WHOLE_MINUTES}$").astype("float64")
    plain_hours = found[0].notna().to_numpy()
    hours = (found[0] + found[1] / 60).to_numpy()
    distance = sheet.numbers("distance_km").values
    slow = (distance > 0) & (hours >= SLOW_HOURS * np.nan_to_num(distance))
    if sheet.own or not ((hours >= LONG_HOURS) | slow).any():
        return parsed
    longest = texts.iloc[int(np.nanargmax(hours))]
    told = ledger.ask(
        "durations",
        f"Some durations are long, such as {longest}. Are they hours, or minutes that a "
        "spreadsheet has made hours of?",
        MEANT,
        plural(int(plain_hours.sum()), "duration"),
    )
    if told == "hours":
        return parsed
    meant = (found[0] + found[1] / 60).to_numpy() if told == "minutes" else np.nan
    return Parsed(np.where(plain_hours, meant, parsed.values), parsed.bad)
