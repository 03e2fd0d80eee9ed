"""Garmin Connect: headers in the language of the account, and what Excel does to durations."""

import csv

import pytest

from tests.reading.writers.exports import notes, reading

HEADERS = {
    "en": "Activity Type,Date,Favorite,Title,Distance,Calories,Time",
    "de": "Aktivitätstyp,Datum,Favorit,Titel,Distanz,Kalorien,Zeit",
    "fr": "Type d'activité,Date,Favori,Titre,Distance,Calories,Durée",
    "da": "Aktivitetstype,Dato,Favorit,Titel,Distance,Kalorier,Tid",
    "sv": "Aktivitetstyp,Datum,Favorit,Namn,Distans,Kalorier,Tid",
    "es": "Tipo de actividad,Fecha,Favorito,Título,Distancia,Calorías,Tiempo",
    "it": "Tipo di attività,Data,Preferito,Titolo,Distanza,Calorie,Durata",
    "nl": "Activiteittype,Datum,Favoriet,Titel,Afstand,Calorieën,Tijd",
    "no": "Aktivitetstype,Dato,Favoritt,Tittel,Avstand,Kalorier,Tid",
    "pl": "Typ aktywności,Data,Ulubione,Tytuł,Dystans,Kalorie,Czas",
    "pt": "Tipo de atividade,Data,Favorito,Título,Distância,Calorias,Tempo",
}
ROW = "Running,2026-03-01 07:30:00,false,Morning,{},407,{}"


@pytest.mark.parametrize("language", HEADERS)
def test_every_language_gives_the_same_activity(language):
    text = f"{HEADERS[language]}\n" + ROW.format("5.00", "00:30:48") + "\n"
    found = reading(text, distance_unit="km")
    (run,) = found.log.activities.to_dict("records")
    assert found.receipts[0].kind == "export of Garmin Connect"
    assert (run["sport"], run["distance_km"], run["minutes"]) == ("Running", 5, 30.8)
    assert str(run["started"]) == "2026-03-01 07:30:00"


def test_decimal_commas_and_dashes_of_an_older_french_account():
    text = f"{HEADERS['fr']}\n" + ROW.format('"3,95"', "00:35:20") + "\n" + ROW.format("--", "--")
    runs = reading(text + "\n", distance_unit="km").log.activities
    assert runs["distance_km"].tolist()[0] == 3.95
    assert runs[["distance_km", "minutes"]].iloc[1].isna().all()


@pytest.mark.parametrize(("answer", "minutes"), [("minutes", 30.8), ("hours", 1848.0)])
def test_half_an_hour_that_became_thirty_hours_is_asked_about(answer, minutes):
    text = f"{HEADERS['en']}\n" + ROW.format("5.00", "30:48:00") + "\n"
    waiting = reading(text, distance_unit="km")
    assert [question.key for question in waiting.receipts[0].questions] == ["durations"]
    assert waiting.log.activities["minutes"].isna().all()
    found = reading(text, distance_unit="km", durations=answer)
    assert found.log.activities["minutes"].tolist() == [pytest.approx(minutes)]


@pytest.mark.parametrize("text", ["30:48.0", "00:30:48.0"])
def test_seconds_with_a_fraction_are_seconds(text):
    found = reading(f"{HEADERS['en']}\n" + ROW.format("5.00", text) + "\n", distance_unit="km")
    assert found.log.activities["minutes"].tolist() == [pytest.approx(30.8)]


def test_minutes_that_became_few_hours_are_asked_about_by_their_pace():
    text = f"{HEADERS['en']}\n" + ROW.format("1.10", "5:30:00") + "\n"
    waiting = reading(text, distance_unit="km")
    assert [question.key for question in waiting.receipts[0].questions] == ["durations"]
    told = reading(text, distance_unit="km", durations="minutes").log.activities["minutes"]
    assert told.tolist() == [5.5]
    slow = ROW.format("12.00", "5:30:00")  # a day in the hills
    assert reading(f"{HEADERS['en']}\n{slow}\n", distance_unit="km").receipts[0].questions == ()


def test_where_durations_are_damaged_a_whole_hour_may_be_either_and_stays_unknown():
    """Garmin wrote 30:48 and 1:05:00; what was 1:05 looks the same now."""
    rows = [ROW.format("5.00", time) for time in ("30:48:00", "1:05:00", "23:09", "1:00:02")]
    found = reading("\n".join([HEADERS["en"], *rows]), distance_unit="km", durations="minutes")
    minutes = found.log.activities["minutes"]
    assert minutes.iloc[[0, 2]].tolist() == pytest.approx([30.8, 23.15])
    assert minutes.isna().tolist() == [False, True, False, False]
    assert minutes.iloc[3] == pytest.approx(60 + 2 / 60)
    assert "1 duration such as 1:05:00 can be hours or minutes" in notes(found)


def test_an_hour_with_its_seconds_is_not_asked_about():
    text = f"{HEADERS['en']}\n" + ROW.format("10.00", "1:00:02") + "\n"
    found = reading(text, distance_unit="km")
    assert found.receipts[0].questions == ()


def test_the_metres_of_a_swim_are_asked_for_and_are_no_kilometres():
    swim = ROW.replace("Running", "Lap Swimming").format('"1,500"', "00:30:48")
    text = f"{HEADERS['en']}\n{swim}\n" + ROW.format("5.25", "00:30:48") + "\n"
    waiting = reading(text, distance_unit="km")
    assert [question.key for question in waiting.receipts[0].questions] == ["swim_unit"]
    assert waiting.log.activities["distance_km"].dropna().tolist() == [5.25]
    found = reading(text, distance_unit="km", swim_unit="m")
    assert sorted(found.log.activities["distance_km"]) == [1.5, 5.25]


def test_the_real_list(real):
    path = real("garmin/garmin_en_resaved_by_excel.csv")
    found = reading(path.read_bytes(), distance_unit="mi")
    told, runs = found.receipts[0], found.log.activities
    assert (told.rows_read, told.rows_used, told.set_aside, told.questions) == (303, 303, (), ())
    assert "“Climb Time” holds times such as" in notes(found)
    with path.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    hours = [[float(part) for part in row["Time"].split(":")] for row in rows]
    assert runs["minutes"].sum() == pytest.approx(sum(60 * h + m + s / 60 for h, m, s in hours))
    miles = sum(float(row["Distance"]) for row in rows)
    assert runs["distance_km"].sum() == pytest.approx(1.609344 * miles)


def test_real_damaged_durations_come_back_as_the_whole_ones_beside_them(real):
    """The climbing times of the real list are its times, as a spreadsheet damaged them."""
    text = real("garmin/garmin_en_resaved_by_excel.csv").read_text(encoding="utf-8")
    header, rest = text.split("\n", 1)
    swapped = {"Time": "Whole", "Climb Time": "Time"}
    header = ",".join(swapped.get(name, name) for name in header.split(","))
    waiting = reading(f"{header}\n{rest}", distance_unit="mi")
    assert [question.key for question in waiting.receipts[0].questions] == ["durations"]
    mended = reading(f"{header}\n{rest}", distance_unit="mi", durations="minutes")
    whole = reading(text, distance_unit="mi").log.activities["minutes"]
    found = mended.log.activities["minutes"]
    assert found.notna().sum() > 290
    assert found.dropna().tolist() == pytest.approx(whole[found.notna()].tolist())
