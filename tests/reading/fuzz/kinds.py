"""Every kind of file that is damaged at random: those written here and the real ones."""

from tests.conftest import REAL
from tests.reading.fuzz.apps import SPORT_ANSWERS, of_sets, of_sport
from tests.reading.fuzz.forms import forms
from tests.reading.fuzz.kind import ISO, POUND, Kind, a_number, a_time, any_time, times
from tests.reading.writers.test_every_header import OF_SETS, OF_SPORT


def head(path: str) -> str:
    """Return the beginning of a real file, "" where it is absent."""
    found = REAL / path
    if not found.exists():
        return ""
    lines = found.read_bytes().decode("utf-8", "replace").splitlines(keepends=True)
    return "".join(lines[:60])


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
