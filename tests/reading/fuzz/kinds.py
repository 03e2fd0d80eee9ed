"""Kinds of files with the columns that say each value, read apart from our own reader."""

import csv
import io
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from tests.conftest import REAL
from tests.reading.writers.test_every_header import CELLS, OF_SETS, OF_SPORT

ROWS = 45
POUND = 0.45359237
Parse = Callable[[str], object]


@dataclass(frozen=True)
class Kind:
    """A text, the answers to its questions, and the column and notation of each value in it.

    ``fields`` has, by table and field, the columns any of which may say the value.
    """

    text: str
    fields: Mapping[str, Mapping[str, tuple[tuple[str, ...], Parse]]]
    answers: Mapping[str, str] = field(default_factory=dict)
    mark: str = ","


def a_number(text: str) -> float:
    """Return a number as plainly written; whatever else may be one is not judged."""
    if not re.fullmatch(r"-?\d+(\.\d+)?|\.\d+", text, re.ASCII):
        raise ValueError(text)
    return float(text)


def times(factor: float, parse: Parse = a_number) -> Parse:
    return lambda text: factor * parse(text)


def comma_number(text: str) -> float:
    return a_number(text.replace(",", "."))


def clocked_minutes(text: str) -> float:
    """Return the minutes of 1:30:48, of 1:30 in hours and minutes, and of 30."""
    *hours, minutes, seconds = [*map(a_number, text.split(":")), *[0.0] * (text.count(":") < 2)]
    return sum(hours) * 60 + minutes + seconds / 60


def a_time(form: str) -> Parse:
    return lambda text: datetime.strptime(text, form)


def any_time(*forms: str) -> Parse:
    def parse(text: str) -> datetime:
        for form in forms:
            try:
                return datetime.strptime(text, form)
            except ValueError:
                continue
        raise ValueError(text)

    return parse


ISO = any_time("%Y-%m-%d %H:%M:%S", "%Y-%m-%d", "%Y-%m-%dT%H:%M:%SZ", "%Y-%m-%d %H:%M:%S +0000")
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


def head(path: str) -> str:
    """Return the beginning of a real file, "" where it is absent."""
    found = REAL / path
    if not found.exists():
        return ""
    lines = found.read_bytes().decode("utf-8", "replace").splitlines(keepends=True)
    return "".join(lines[:60])


def without_quotes(text: str, mark: str = ",") -> str:
    """Return the same records with blanks for what needs quotation marks."""
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=mark)
    what = re.compile(rf'[{mark}"\r\n]')
    return "".join(mark.join(what.sub(" ", c) for c in row) + "\n" for row in rows)


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


def written(header: str, cell: Callable[[str, int], str], rows: int = ROWS) -> str:
    """Return a file of this header line with so many rows."""
    mark = ";" if ";" in header else ","
    names = next(csv.reader([header], delimiter=mark))
    out = io.StringIO()
    csv.writer(out, delimiter=mark, lineterminator="\n").writerows(
        [cell(name, n) for name in names] for n in range(rows)
    )
    return f"{header}\n{out.getvalue()}"


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


SPORT_ANSWERS = {"distance_unit": "km", "durations": "hours"}
SPORTS = ("Running", "Cycling", "Walking", "Hiking")


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


def forms() -> dict[str, Kind]:
    """Return files of forms, of apps that are no set logs, and kept by hand."""

    def app(name: str, n: int) -> str:
        here = {
            "Date": f"2026-03-{n // 2 + 1:02d}",
            "Phase": "Phase 2",
            "Exercise": NAMES[n % 2],
            "Left Reps": str(10 + n % 7) if n % 3 else "",
            "Right Reps": str(8 + n % 5) if n % 2 else "",
            "Sets": str(1 + n % 3),
            "Pain Level": str(n % 8),
        }
        return here.get(name, NOTES[n % 10] if name == "Notes" else "")

    def bearable(name: str, n: int) -> str:
        day = n // 2 + 1
        ending = {1: "st", 2: "nd", 3: "rd", 21: "st", 22: "nd", 23: "rd"}.get(day, "th")
        here = {
            "date": f"{day}{ending} Mar 2026",
            "weekday": "Monday",
            "time of day": ("am", "pm", "pre", "all day")[n % 4],
            "category": "Symptom" if n % 3 else "Energy",
            "rating/amount": str(n % 5),
            "detail": "Achilles pain (Mild)" if n % 3 else "",
        }
        return here.get(name, "")

    def redcap(name: str, n: int) -> str:
        done = n % 2 == 0
        drop = {"sets": str(1 + n % 3), "reps": str(10 + n % 7), "drops_complete": "2"}
        ache = {"vas": str(n * 7 % 101), "pain_complete": "2"}
        here = {
            "record_id": str(n // 10 + 1),
            "redcap_event_name": "visit_1_arm_1",
            "redcap_repeat_instrument": "drops" if done else "pain",
            "redcap_repeat_instance": str(n % 10 // 2 + 1),
            "date": f"2026-03-{n // 2 + 1:02d}" if done else "",
            "pain_date": "" if done else f"2026-03-{n // 2 + 1:02d}",
            **(drop if done else ache),
        }
        return here.get(name, "")

    def asked(name: str, n: int) -> str:
        if name == "Timestamp":
            return f"3/{n // 2 + 1}/2026 7:30:{n:02d}"
        return str(n % 3 + 1) if "sets" in name else str(10 + n % 9)

    def body(name: str, n: int) -> str:
        here = {"Date": f"2026-03-{n // 2 + 1:02d}", "Time": "07:30", "Measurement": "Bodyweight"}
        return {**here, "Value": f"{80 + n * 0.1:.1f}", "Unit": "kgs"}[name]

    def sheet(name: str, n: int) -> str:
        here = {
            "date": f"2026-03-{n // 2 + 1:02d}",
            "sets": str(3 + n % 4),
            "reps": str(12 + n % 4),
            "added weight (kg)": str(n % 5 * 2.5),
            "surface": "flat",
            "knee": "straight",
            "pain during (0-100)": str(n * 7 % 101) if n % 4 else "",
            "pain next morning (0-100)": str(n * 5 % 101) if n % 5 else "",
            "minutes of sport": str(n % 3 * 15),
            "note": NOTES[n % 10],
        }
        return here.get(name, "")

    def blatt(name: str, n: int) -> str:
        here = {
            "Datum": f"{n // 2 + 1:02d}.03.2026",
            "Sätze": str(3 + n % 4),
            "Wiederholungen": str(12 + n % 4),
            "Zusatzgewicht (kg)": str(n % 5 * 2.5).replace(".", ","),
            "Schmerz (0-10)": f"{n % 9},5",
            "Notiz": NOTES[n % 10],
        }
        return here[name]

    day = any_time("%Y-%m-%d")
    drop = {"started": (("date",), day), "sets": (("sets",), a_number)}
    return {
        "rehab app": Kind(
            written("Date,Phase,Exercise,Left Reps,Right Reps,Sets,Pain Level,Notes", app),
            {
                "sessions": {
                    "started": (("Date",), day),
                    "reps": (("Left Reps", "Right Reps"), a_number),
                    "sets": (("Sets",), a_number),
                },
                "pain": {"felt_at": (("Date",), day), "vas": (("Pain Level",), times(10))},
            },
            {"scale": "10"},
        ),
        "bearable": Kind(
            written("date,weekday,time of day,category,rating/amount,detail,notes", bearable),
            {"pain": {"vas": (("rating/amount",), times(10))}},
            {"scale": "10"},
        ),
        "redcap": Kind(
            written(
                "record_id,redcap_event_name,redcap_repeat_instrument,redcap_repeat_instance,"
                "date,sets,reps,drops_complete,pain_date,vas,pain_complete",
                redcap,
            ),
            {
                "sessions": {**drop, "reps": (("reps",), a_number)},
                "pain": {"vas": (("vas",), a_number)},
            },
            {"scale": "100", "mapping": "yes"},
        ),
        "google": Kind(
            written("Timestamp,How many sets did you do?,How many reps in each set?", asked),
            {
                "sessions": {
                    "started": (("Timestamp",), a_time("%m/%d/%Y %H:%M:%S")),
                    "sets": (("How many sets did you do?",), a_number),
                    "reps": (("How many reps in each set?",), a_number),
                }
            },
        ),
        "body mass": Kind(
            written("Date,Time,Measurement,Value,Unit", body),
            {"measures": {"value": (("Value",), a_number)}},
        ),
        "sheet": Kind(
            written(
                "date,sets,reps,added weight (kg),surface,knee,pain during (0-100),"
                "pain next morning (0-100),minutes of sport,rest day,note",
                sheet,
            ),
            {
                "sessions": {
                    **drop,
                    "reps": (("reps",), a_number),
                    "added_kg": (("added weight (kg)",), a_number),
                },
                "pain": {"vas": (("pain during (0-100)", "pain next morning (0-100)"), a_number)},
                "activities": {"minutes": (("minutes of sport",), a_number)},
            },
        ),
        "german sheet": Kind(
            written("Datum;Sätze;Wiederholungen;Zusatzgewicht (kg);Schmerz (0-10);Notiz", blatt),
            {
                "sessions": {
                    "started": (("Datum",), a_time("%d.%m.%Y")),
                    "sets": (("Sätze",), comma_number),
                    "reps": (("Wiederholungen",), comma_number),
                    "added_kg": (("Zusatzgewicht (kg)",), comma_number),
                },
                "pain": {"vas": (("Schmerz (0-10)",), times(10, comma_number))},
            },
            mark=";",
        ),
    }


def real_ones() -> dict[str, Kind]:
    """Return the beginnings of the real files that are beside the checkout."""
    strong = {
        "started": (("Date",), ISO),
        "reps": (("Reps",), a_number),
        "added_kg": (("Weight",), a_number),
    }
    hevy = {
        "started": (("start_time",), any_time("%d %b %Y, %H:%M", "%d %b %Y  %H:%M")),
        "reps": (("reps",), a_number),
        "added_kg": (("weight_kg",), a_number),
    }
    notes = {
        "started": (("Date",), ISO),
        "reps": (("Reps",), a_number),
        "added_kg": (("Weight (lbs)",), times(POUND)),
    }
    pain = {"felt_at": (("date",), a_time("%d-%m-%Y")), "vas": (("knee_pain",), times(10))}
    sport = {"started": (("date",), a_time("%d-%m-%Y")), "minutes": (("time",), a_number)}
    garmin = {
        "started": (("Date",), a_time("%m/%d/%y %H:%M")),
        "distance_km": (("Distance",), a_number),
    }
    trial = {"vas": (("vas",), times(100)), "week": (("week",), a_number)}
    files = {
        "strong/strong_12col_comma_duration_text.csv": ({"sessions": strong}, {"unit": "kg"}),
        # Hevy's blank weights are 0 kg unless told so.
        "hevy/hevy_en_kg_warmups_calf.csv": ({"sessions": hevy}, {"bodyweight": "unknown"}),
        "fitnotes/fitnotes_android_8col_lbs_header.csv": ({"sessions": notes}, {}),
        "fitbod/fitbod_kg.csv": (
            {"sessions": {name: strong[name] for name in ("started", "reps")}},
            {},
        ),
        "hand_kept/pain.csv": ({"pain": pain}, {"pain": "knee_pain", "scale": "10"}),
        "hand_kept/sport.csv": ({"activities": sport}, {}),
        "garmin/garmin_en_resaved_by_excel.csv": (
            {"activities": garmin},
            SPORT_ANSWERS,
        ),
        "trial/neck_pain_by_week.csv": ({"pain": trial}, {"scale": "1"}),
    }
    return {
        path: Kind(head(path), fields, answers)
        for path, (fields, answers) in files.items()
        if head(path)
    }


KINDS = {
    **{f"set log {n}": of_sets(header) for n, header in enumerate(OF_SETS)},
    **{f"sport {n}": of_sport(header) for n, header in enumerate(OF_SPORT)},
    **forms(),
    **real_ones(),
}
