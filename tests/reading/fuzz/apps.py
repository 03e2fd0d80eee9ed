"""Exports of apps, written here from the header lines that they are known to have."""

import csv
import io

from tests.reading.fuzz.kind import (
    ISO,
    POUND,
    ROWS,
    Kind,
    a_number,
    any_time,
    clocked_minutes,
    times,
    written,
)
from tests.reading.writers.test_every_header import CELLS

SPORT_ANSWERS = {"distance_unit": "km", "durations": "hours"}
SPORTS = ("Running", "Cycling", "Walking", "Hiking")


NAMES = (
    "Heel drop left bent",
    "Heel drop right straight",
    "Standing Calf Raise (Barbell)",
    "Leg Extension (Machine)",
    "Squat",
    "Heel drop left bent",
    "Bench Press",
)
NOTES = ("", "", "a bit sore", "", "good day 3", "", "", "pain 4 of 10", "", "")


def set_cell(name: str, n: int) -> str:
    """Return what row ``n`` of an export of sets has in a column of this name."""
    day, reps, weight = n // 3 + 1, 8 + n * 7 % 11, (0, 5, 7.5, 10, 12.25)[n % 5]
    if name in ("Date", "date", "mydate"):
        return f"2026-03-{day:02d}"
    if name in ("StartTime", "EndTime"):
        return f"2026-03-{day:02d}T07:30:00Z"
    if name in ("start_time", "end_time"):
        return f"{day} Mar 2026, 07:30"
    if CELLS.get(name) == CELLS["ename"]:
        return NAMES[n % len(NAMES)]
    if name in ("Reps", "reps"):
        return str(reps)
    if name in ("Weight", "weight_kg", "Weight (kg)", "Weight (kgs)", "Weight(kg)"):
        return str(weight)
    if name in ("weight_lbs", "Weight (lbs)"):
        return f"{weight / POUND:.4f}"
    if name in ("Notes", "Note", "exercise_notes", "Comment"):
        return NOTES[n % len(NOTES)]
    if name in ("Set Order", "set_index"):
        return str(n % 3 + 1)
    if name == "logs":
        return f"{weight}x{reps}"
    return CELLS.get(name, "")


def of_sets(header: str) -> Kind:
    mark = ";" if ";" in header else ","
    names = next(csv.reader([header], delimiter=mark))
    dated = next(n for n in ("Date", "start_time", "StartTime", "mydate") if n in names)
    fields: dict = {"started": ((dated,), any_time("%d %b %Y, %H:%M", "%d %b %Y  %H:%M"))}
    if dated != "start_time":
        fields["started"] = ((dated,), ISO)
    if "logs" in names:
        fields["reps"] = (("logs",), lambda text: a_number(text.split("x")[-1]))
    else:
        fields["reps"] = (("Reps" if "Reps" in names else "reps",), a_number)
        kilos = ("Weight", "weight_kg", "Weight (kg)", "Weight (kgs)", "Weight(kg)")
        in_kg = [name for name in kilos if name in names]
        pounds = [name for name in ("weight_lbs", "Weight (lbs)") if name in names]
        in_one = (in_kg, a_number) if in_kg else (pounds, times(1 / (1 / POUND)))
        if "multiplier" not in names:
            fields["added_kg"] = ((in_one[0][0],), in_one[1])
    answers = {"unit": "kg", "bodyweight": "unknown"}
    return Kind(written(header, set_cell), {"sessions": fields}, answers, mark)


def of_sport(header: str) -> Kind:
    strava = header.startswith("Activity ID")

    def row(n: int) -> list[str]:
        run, day, km = SPORTS[n % 4], n // 2 + 1, f"{3 + n * 0.37:.2f}"
        if strava:
            title = f"Mar {day}, 2026, {n % 12 + 1}:30:00 AM"
            return [str(100 + n), title, f"Day {n}", run, "", str(1800 + n), km]
        clock = f"00:{20 + n % 39:02d}:{n:02d}"
        return [run, f"2026-03-{day:02d} 07:30:00", "false", f"Day {n}", km, str(300 + n), clock]

    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(map(row, range(ROWS)))
    names = header.split(",")
    at = {"started": 1, "distance_km": 6 if strava else 4, "minutes": 5 if strava else 6}
    american = any_time("%b %d, %Y, %I:%M:%S %p", "%b %d  %Y  %I:%M:%S %p")
    parse = {
        "started": american if strava else ISO,
        "distance_km": a_number,
        "minutes": times(1 / 60) if strava else clocked_minutes,
    }
    fields = {name: ((names[place],), parse[name]) for name, place in at.items()}
    return Kind(f"{header}\n{out.getvalue()}", {"activities": fields}, SPORT_ANSWERS)
