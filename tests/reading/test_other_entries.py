"""What a sheet holds beside drops and pain: other sport, rest, measures; and exercises by name."""

from tests.reading.logs import reading


def test_other_sport_rest_and_notes_have_their_tables():
    text = (
        "date,sport,minutes,rest day,note\n"
        "2026-03-01,run,30,,new shoes\n2026-03-02,,,yes,\n2026-03-03,None,0,no,\n2026-03-04,,,,\n"
    )
    log = reading(text).log
    assert log.activities[["sport", "minutes"]].to_numpy().tolist() == [["run", 30], ["None", 0]]
    assert log.events["what"].tolist() == ["note", "rest"]
    assert log.events["note"].tolist()[0] == "new shoes"


def test_body_mass_and_scores_are_measures():
    text = "date,body mass (kg),VISA-A\n2026-03-01,80,55\n2026-03-02,,\n"
    found = reading(text).log.measures
    assert found[["measure", "value"]].to_numpy().tolist() == [
        ["body_mass_kg", 80.0],
        ["visa_a", 55.0],
    ]


def test_minutes_in_a_log_of_exercises_are_those_of_the_set():
    text = "date,exercise,reps,duration\n2026-03-01,heel drop,15,7\n"
    found = reading(text)
    assert len(found.log.activities) == 0
    assert found.receipts[0].ignored_columns == ("duration",)


def test_exercises_that_are_not_known_are_other_and_said():
    found = reading("date,exercise,reps\n2026-03-01,Ab Wheel,15\n2026-03-01,Heel drops,15\n")
    assert sorted(found.log.sessions["exercise"]) == ["heel drop", "other"]
    assert any("Ab Wheel" in note for note in found.receipts[0].notes)


def test_a_clock_in_a_column_of_hours_or_seconds_is_read_as_a_clock():
    hours = "date,sport,duration (hours)\n2026-03-01,run,1.5\n2026-03-02,run,1:30\n"
    assert reading(hours).log.activities["minutes"].tolist() == [90, 90]
    seconds = "date,sport,duration (s)\n2026-03-01,run,90\n2026-03-02,run,0:30:00\n"
    assert reading(seconds).log.activities["minutes"].tolist() == [1.5, 30]


def test_a_clock_of_two_parts_in_a_column_of_seconds_is_set_aside():
    found = reading("date,sport,duration (s)\n2026-03-01,run,900\n2026-03-02,run,12:30\n")
    assert found.log.activities["minutes"].tolist() == [15]
    assert [row.line for row in found.receipts[0].set_aside] == [3]


def test_metres_and_seconds_in_a_name_are_converted():
    text = "date,sport,duration (s),distance (m)\n2026-03-01,run,1800,5000\n"
    (told,) = reading(text).log.activities[["minutes", "distance_km"]].to_numpy().tolist()
    assert told == [30.0, 5.0]


def test_the_name_of_a_drop_tells_side_and_variant_and_it_is_said():
    text = "date,exercise,reps\n2026-03-01,Heel drop left bent,15\n2026-03-01,Left leg press,9\n"
    found = reading(text)
    drop = found.log.sessions.set_index("exercise").loc["heel drop"]
    assert (drop["side"], drop["knee"], drop["reps"]) == ("left", "bent", 15.0)
    assert any("side of 1 row is told by the name" in note for note in found.receipts[0].notes)


def test_a_day_of_rest_among_events_is_rest_and_an_injection_is_not():
    log = reading("date,event\n2026-03-01,Ruhetag\n2026-03-02,injection then rest\n").log
    assert log.events["what"].tolist() == ["rest", "injection then rest"]
