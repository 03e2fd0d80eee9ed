"""Strava: columns that stand twice are told apart by where they stand."""

import csv
from collections import Counter

import pytest

from tests.reading.writers.exports import reading

HEADER = (
    "Activity ID,Activity Date,Activity Name,Activity Type,Activity Description,Elapsed Time,"
    "Distance,Elapsed Time,Moving Time,Distance,Perceived Exertion\n"
)


def test_metres_and_time_in_motion_are_used():
    text = (
        HEADER
        + '1,"Oct 6, 2022, 11:19:20 PM",Run,Run,"two\nlines",979,2.43,979.0,971.0,2432.77,6\n'
    )
    found = reading(text)
    (run,) = found.log.activities.to_dict("records")
    assert str(run["started"]) == "2022-10-06 23:19:20"
    assert run["distance_km"] == pytest.approx(2.43277)
    assert run["minutes"] == pytest.approx(971 / 60)
    assert run["intensity_0_10"] == 6
    assert ("utc", "0") in [(s.key, s.value) for s in found.receipts[0].settings]


def test_a_list_with_one_distance_asks_for_its_unit():
    header = "Activity ID,Activity Date,Activity Name,Activity Type,Elapsed Time,Distance\n"
    found = reading(header + '1,"Oct 6, 2022, 11:19:20 PM",Run,Run,979,2.43\n')
    assert [question.key for question in found.receipts[0].questions] == ["distance_unit"]
    assert found.log.activities["minutes"].tolist() == [pytest.approx(979 / 60)]


TRANSLATED = {
    "German": (
        "Aktivitäts-ID,Aktivitätsdatum,Name der Aktivität,Aktivitätsart,Aktivitätsbeschreibung,"
        "Verstrichene Zeit,Distanz,Verstrichene Zeit,Bewegungszeit,Distanz,Gefühlte Anstrengung",
        '1,"06.10.2022, 23:19:20",Lauf,Lauf,,979,"2,43",979.0,971.0,2432.77,6',
    ),
    "French": (
        "ID de l'activité,Date de l'activité,Nom de l'activité,Type d'activité,"
        "Description de l'activité,Temps écoulé,Distance,Temps écoulé,Durée de déplacement,"
        "Distance",
        '1,"6 oct. 2022 à 23:19:20",Course,Course à pied,,979,"2,43",979.0,971.0,2432.77',
    ),
    "Spanish": (
        "ID de actividad,Fecha de la actividad,Nombre de la actividad,Tipo de actividad,"
        "Tiempo transcurrido,Distancia,Tiempo transcurrido,Tiempo en movimiento,Distancia,"
        "Esfuerzo Percibido",
        '1,"6 oct 2022, 23:19:20",Carrera,Carrera,979,"2,43",979.0,971.0,2432.77,6',
    ),
    "Dutch": (
        "Activiteits-ID,Datum van activiteit,Naam activiteit,Activiteitstype,Verstreken tijd,"
        "Afstand,Verstreken tijd,Beweegtijd,Afstand,Ervaren inspanning",
        '1,"6 okt 2022, 23:19:20",Loop,Hardloopsessie,979,"2,43",979.0,971.0,2432.77,6',
    ),
}


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_list_in_another_language_says_the_same(language):
    header, row = TRANSLATED[language]
    found = reading(f"{header}\n{row}\n")
    told = found.receipts[0]
    assert (told.kind, told.set_aside, told.questions) == ("export of Strava", (), ())
    (run,) = found.log.activities.to_dict("records")
    assert str(run["started"]) == "2022-10-06 23:19:20"
    assert run["distance_km"] == pytest.approx(2.43277)
    assert run["minutes"] == pytest.approx(971 / 60)


def test_a_distance_written_twice_alike_is_not_taken_for_metres():
    row = '1,"Oct 6, 2022, 11:19:20 PM",Run,Run,,979,2.43,979.0,971.0,2.43,6\n'
    assert [q.key for q in reading(HEADER + row).receipts[0].questions] == ["distance_unit"]


def test_the_real_list(real):
    path = real("strava/strava_bulk_duplicate_headers.csv")
    found = reading(path.read_bytes())
    told, activities = found.receipts[0], found.log.activities
    assert (told.rows_read, told.rows_used, told.set_aside) == (319, 319, ())
    with path.open(encoding="utf-8", newline="") as file:
        _, *rows = csv.reader(file)
    assert len(rows) == len(activities) == 319
    assert Counter(activities["sport"]) == Counter(row[3] for row in rows)
    metres = sum(float(row[17]) for row in rows if row[17])
    assert activities["distance_km"].sum() == pytest.approx(metres / 1000)
    moving = sum(float(row[16] or row[5]) for row in rows)
    assert activities["minutes"].sum() == pytest.approx(moving / 60)
    assert activities["intensity_0_10"].notna().sum() == sum(bool(row[43]) for row in rows)


def test_columns_that_were_worked_with_are_not_said_to_be_unused(real):
    found = reading(real("strava/strava_bulk_duplicate_headers.csv").read_bytes())
    unused = found.receipts[0].ignored_columns
    assert {"Distance", "Moving Time", "Elapsed Time"}.isdisjoint(unused)
    assert {"Activity Name", "Max Heart Rate"} <= set(unused)
