"""Files of forms, of apps that are no set logs, and kept by hand."""

from tests.reading.fuzz.apps import NAMES, NOTES
from tests.reading.fuzz.kind import Kind, a_number, a_time, any_time, comma_number, times, written


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
                "sessions": {
                    "started": (("date", "pain_date"), day),
                    "sets": (("sets",), a_number),
                    "reps": (("reps",), a_number),
                },
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
