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


YEARS = {
    "en": "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
    "pt": "Jan Fev Mar Abr Mai Jun Jul Ago Set Out Nov Dez",
    "fr": "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.",
    "de": "Jan. Feb. März Apr. Mai Juni Juli Aug. Sept. Okt. Nov. Dez.",
    "es": "ene feb mar abr may jun jul ago sept oct nov dic",
    "it": "gen feb mar apr mag giu lug ago set ott nov dic",
    "nl": "jan. feb. mrt. apr. mei jun. jul. aug. sep. okt. nov. dec.",
    "pl": "sty lut mar kwi maj cze lip sie wrz paź lis gru",
    "pl in full": "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września "
    "października listopada grudnia",
    "de in full": "Januar Februar März April Mai Juni Juli August September Oktober November "
    "Dezember",
}


@pytest.mark.parametrize("language", YEARS)
def test_every_month_in_the_language_of_the_app_is_read_alone_and_in_a_year(language):
    rows = [(f"5 {m} 2025", "Heel drop", 0, "normal", "", 15) for m in YEARS[language].split()]
    year = reading(of(*rows))
    assert year.receipts[0].set_aside == ()
    assert year.log.sessions["started"].dt.month.tolist() == [*range(1, 13)]
    alone = [reading(of(row)).log.sessions["started"].dt.month.tolist() for row in rows]
    assert alone == [[month] for month in range(1, 13)]


def test_a_date_with_the_small_words_of_portuguese_is_read():
    found = reading(of(("5 de out. de 2025", "Heel drop", 0, "normal", "", 15)))
    assert str(found.log.sessions["started"][0].date()) == "2025-10-05"


def test_a_blank_weight_is_the_body_alone_unless_told_otherwise():
    text = of(("5 Jun 2026", "Heel drop", 0, "normal", "", 15))
    found = reading(text)
    assert found.log.sessions["added_kg"].tolist() == [0]
    assert ("bodyweight", "none") in [(s.key, s.value) for s in found.receipts[0].settings]
    assert reading(text, bodyweight="unknown").log.sessions["added_kg"].isna().all()


def test_a_backslash_and_n_in_a_note_is_a_new_line():
    row = '"Legs","5 Jun 2026, 07:34","5 Jun 2026, 08:04","a\\nb","Squat",,"",0,"normal",80,5,,0,\n'
    found = reading(HEADER.format("kg", "km") + row)
    assert found.log.events["note"].tolist() == ["a\nb"]


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
