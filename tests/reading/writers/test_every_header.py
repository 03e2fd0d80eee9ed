"""Every header line that apps are known to write, with a row as they write it."""

import csv
import io
import re

import pytest

from tests.conftest import REPO
from tests.reading.writers.exports import reading

STRONG = "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,"
UNIT = (
    "Date;Workout Name;Exercise Name;Set Order;Weight;Weight Unit;Reps;RPE;Distance;Distance Unit;"
    "Seconds;Notes;Workout Notes"
)
QUOTED = (
    '"Workout #";"Date";"Workout Name";"Duration (sec)";"Exercise Name";"Set Order";"Weight (kg)";'
    '"Reps";"RPE";"Distance (meters)";"Seconds";"Notes";"Workout Notes"'
)
HEVY = (
    '"title","start_time","end_time","description","exercise_title","superset_id",'
    '"exercise_notes","set_index","set_type","weight_{}","reps","distance_{}","duration_seconds",'
    '"rpe"'
)
FITNOTES = "Date,Exercise,Category,Weight,Weight Unit,Reps,Distance,Distance Unit,Time"
BY_WORKOUT = (
    "Name,StartTime,EndTime,BodyWeight,Exercise,Equipment,Reps,Weight,Time,Distance,Status,"
    "IsWarmup,RPE,RIR,Categories,Note"
)
FITBOD = (
    "Date,Exercise,Reps,Weight(kg),Duration(s),Distance(m),Incline,Resistance,isWarmup,Note,"
    "multiplier"
)
JEFIT = (
    "USERID,TIMESTAMP,belongSys,logs,_id,record,mydate,eid,ename,day_item_id,belongsession,"
    "logTime,interval_logs,auto_generated"
)
OF_SETS = {
    STRONG + "Workout Notes,RPE": "Strong",
    "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,RPE": "Strong",
    (STRONG + "Workout Notes,RPE").replace("Duration,", ""): "Strong",
    QUOTED: "Strong",
    UNIT: "Strong",
    UNIT + ";Workout Duration": "Strong",
    HEVY.format("kg", "km"): "Hevy",
    HEVY.format("lbs", "miles"): "Hevy",
    FITNOTES: "FitNotes",
    FITNOTES + ",Comment": "FitNotes",
    "Date,Exercise,Category,Weight (lbs),Reps,Distance,Distance Unit,Time": "FitNotes",
    "Date,Exercise,Category,Weight (kgs),Reps,Distance,Distance Unit,Time": "FitNotes",
    "Date,Exercise,Category,Weight (kg),Weight (lbs),Reps,Distance,Distance Unit,Time,Notes,"
    "Kind": "FitNotes",
    BY_WORKOUT: "FitNotes",
    FITBOD: "Fitbod",
    JEFIT: "Jefit",
}
OF_FORMS = {
    "Date,Phase,Exercise,Left Reps,Right Reps,Sets,Pain Level,Notes": "a rehab app",
    "date,weekday,time of day,category,rating/amount,detail,notes": "Bearable",
    "record_id,redcap_event_name,redcap_repeat_instrument,redcap_repeat_instance,date,sets,reps,"
    "drops_complete": "REDCap",
    "Timestamp,How many sets did you do?,How many reps in each set?": "Google Forms",
    "Date,Time,Measurement,Value,Unit": "a list of body weights",
}
OF_SPORT = {
    "Activity Type,Date,Favorite,Title,Distance,Calories,Time": "Garmin Connect",
    "Aktivitätstyp,Datum,Favorit,Titel,Distanz,Kalorien,Zeit": "Garmin Connect",
    "Aktivitetstype,Dato,Favorit,Titel,Distance,Kalorier,Tid": "Garmin Connect",
    "Aktivitetstyp,Datum,Favorit,Namn,Distans,Kalorier,Tid": "Garmin Connect",
    "Type d'activité,Date,Favori,Titre,Distance,Calories,Durée": "Garmin Connect",
    "Activity ID,Activity Date,Activity Name,Activity Type,Activity Description,Elapsed Time,"
    "Distance": "Strava",
}
DROP = "Heel drop left bent"
CELLS = {
    **dict.fromkeys(("Date", "date", "mydate"), "2026-03-01"),
    **dict.fromkeys(("StartTime", "EndTime"), "2026-03-01T07:30:00Z"),
    **dict.fromkeys(("start_time", "end_time"), "1 Mar 2026, 07:30"),
    **dict.fromkeys(("Exercise Name", "exercise_title", "Exercise", "ename"), DROP),
    **dict.fromkeys(("Weight", "weight_kg", "Weight (kg)", "Weight (kgs)", "Weight(kg)"), "5"),
    **dict.fromkeys(("Reps", "reps", "Left Reps", "How many reps in each set?"), "15"),
    **dict.fromkeys(("Sets", "sets", "How many sets did you do?"), "1"),
    **dict.fromkeys(("weight_lbs", "Weight (lbs)"), "11.0231131"),
    **dict.fromkeys(("Set Order", "set_index", "Workout #", "record_id", "multiplier"), "1"),
    "Weight Unit": "kg",
    "set_type": "normal",
    "Status": "Done",
    "IsWarmup": "False",
    "isWarmup": "false",
    "logs": "5x15",
    "Workout Name": "Legs",
    "title": "Legs",
    "redcap_event_name": "a_arm_1",
    "redcap_repeat_instrument": "drops",
    "redcap_repeat_instance": "1",
    "drops_complete": "2",
    "Timestamp": "3/31/2026 7:30:12",
    "category": "Symptom",
    "rating/amount": "2",
    "detail": "Achilles pain (Mild)",
    "Measurement": "Bodyweight",
    "Value": "80",
    "Unit": "kgs",
    "Pain Level": "4",
}
SPORT_CELLS = ["Running", "2026-03-01 07:30:00", "false", "Morning", "5.00", "407", "00:30:48"]
STRAVA_CELLS = ["1", "Mar 1, 2026, 7:30:00 AM", "Morning", "Run", "", "1848", "5.00"]


def one_row(header: str) -> str:
    mark = ";" if ";" in header else ","
    names = next(csv.reader([header], delimiter=mark))
    out = io.StringIO()
    csv.writer(out, delimiter=mark).writerow([CELLS.get(name, "") for name in names])
    return f"{header}\n{out.getvalue()}"


@pytest.mark.parametrize("header", OF_SETS)
def test_a_set_of_drops_is_one_session_with_its_side_variant_and_weight(header):
    found = reading(one_row(header), unit="kg")
    told = found.receipts[0]
    assert told.kind == f"export of {OF_SETS[header]}"
    assert (told.set_aside, told.questions) == ((), ())
    (session,) = found.log.sessions.to_dict("records")
    assert (session["exercise"], session["side"], session["knee"]) == ("heel drop", "left", "bent")
    assert (session["sets"], session["reps"], str(session["started"].date())) == (
        1,
        15,
        "2026-03-01",
    )
    assert session["added_kg"] == pytest.approx(5)


@pytest.mark.parametrize("header", OF_FORMS)
def test_a_row_of_a_form_is_used(header):
    found = reading(one_row(header), unit="kg", scale="10", mapping="yes")
    told = found.receipts[0]
    assert told.kind == f"export of {OF_FORMS[header]}"
    assert (told.set_aside, told.questions, told.rows_used) == ((), (), 1)


@pytest.mark.parametrize("header", OF_SPORT)
def test_a_row_of_other_sport_has_its_minutes_and_distance(header):
    cells = STRAVA_CELLS if OF_SPORT[header] == "Strava" else SPORT_CELLS
    row = ",".join(f'"{cell}"' for cell in cells)
    found = reading(f"{header}\n{row}\n", distance_unit="km")
    assert found.receipts[0].kind == f"export of {OF_SPORT[header]}"
    (run,) = found.log.activities.to_dict("records")
    assert (run["distance_km"], run["minutes"]) == (5, pytest.approx(30.8))


def test_no_header_line_that_is_known_is_missing_here():
    path = REPO.parent / "shared" / "formats.md"
    if not path.exists():
        pytest.skip("the notes on formats are not beside the checkout")
    told = re.findall(r"`([^`]*)`", path.read_text(encoding="utf-8"))
    lines = {text.split("…")[0].rstrip(",") for text in told if len(re.findall("[,;]", text)) >= 4}
    lines = {text.split(",<fields>")[0] for text in lines if not re.search(r"\d:\d|\dx\d", text)}
    here = [*OF_SETS, *OF_FORMS, *OF_SPORT]
    assert len(lines) > 15
    assert [line for line in lines if not any(known.startswith(line) for known in here)] == []
