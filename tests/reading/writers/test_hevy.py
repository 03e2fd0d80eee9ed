"""Hevy: pounds and kilograms, and months in the app's language."""

import pytest

from tests.reading.writers.exports import drops, reading

HEADER = (
    '"title","start_time","end_time","description","exercise_title","superset_id",'
    '"exercise_notes","set_index","set_type","weight_{}","reps","distance_{}",'
    '"duration_seconds","rpe"\n'
)
ROW = '"Legs","{0}, 07:34","{0}, 08:04","","{1}",,"",{2},"{3}",{4},{5},,0,\n'


def of(*rows, unit="kg", distance="km"):
    return HEADER.format(unit, distance) + "".join(ROW.format(*row) for row in rows)


def test_failure_and_drop_sets_are_work_done():
    rows = [("5 Jun 2026", "Heel drop", n, kind, "", 15) for n, kind in enumerate(KINDS)]
    found = reading(of(*rows))
    assert found.receipts[0].kind == "export of Hevy"
    assert drops(found) == 60
    assert drops(reading(of(*rows), warm_ups="leave")) == 45


KINDS = ("warmup", "normal", "failure", "dropset")


def test_pounds_are_told_by_the_column():
    found = reading(of(("5 Jun 2026", "Heel drop", 0, "normal", 10, 15), unit="lbs"))
    assert found.log.sessions["added_kg"].tolist() == pytest.approx([4.5359237])


@pytest.mark.parametrize(
    ("text", "month"),
    [
        ("5 Mai 2026", 5),
        ("5 ago. 2026", 8),
        ("5 août 2026", 8),
        ("5 Okt. 2025", 10),
        ("5 dic 2025", 12),
        ("5 mag 2026", 5),
        ("5 mrt. 2026", 3),
        ("5 paź 2025", 10),
        ("5 de out. de 2025", 10),
    ],
)
def test_months_in_the_language_of_the_app_are_read(text, month):
    found = reading(of((text, "Heel drop", 0, "normal", "", 15)))
    assert found.receipts[0].set_aside == ()
    assert found.log.sessions["started"].dt.month.tolist() == [month]


def test_a_translated_name_is_a_heel_drop_in_whole_words():
    found = reading(of(("5 Jun 2026", "Fersensenken links", 0, "normal", "", 15)))
    assert drops(found) == 15
    assert found.log.sessions["side"].tolist() == ["left"]


def test_a_workout_lasts_from_its_start_to_its_end():
    found = reading(of(("5 Jun 2026", "Squat", 0, "normal", 80, 5)))
    assert found.log.activities["minutes"].tolist() == [30]


def test_the_real_export(real):
    data = real("hevy/hevy_en_kg_warmups_calf.csv").read_bytes()
    names = ("calf press machine", "standing calf raise machine")
    found = reading(data, **{f"exercise:{name}": "heel drop" for name in names})
    told, sessions = found.receipts[0], found.log.sessions
    assert (told.rows_read, told.rows_used, len(sessions)) == (2000, 2000, 2000)
    assert sessions["started"].dt.normalize().nunique() == 81
    assert (str(told.first_day), str(told.last_day)) == ("2025-05-15", "2025-09-15")
    calf = sessions.query("exercise == 'heel drop'")
    assert (len(calf), calf["reps"].sum()) == (104, 1150)
    assert (calf["reps"] * calf["added_kg"]).sum() == pytest.approx(161248)
