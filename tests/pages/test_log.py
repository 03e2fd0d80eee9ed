"""The Log page with an app's export: what it says, what it asks, and answers given again."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from analysis.reading.answers_file import write_answers

FRAME = Path(__file__).resolve().parents[2] / "pages" / "frame.py"
DROP = "Flat heel drop left straight"
HEADER = (
    "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,"
    "Notes,Workout Notes,RPE\n"
)


def month(number: int) -> bytes:
    rows = "".join(
        f"2026-{number:02d}-{day:02d} 07:10:00,Legs,20m,{name},{n},5,15,0,0,,,\n"
        for day in range(1, 6)
        for name, n in ((DROP, "W"), (DROP, 1), ("Seated calf raise", 1))
    )
    return (HEADER + rows).encode()


@pytest.fixture
def app() -> AppTest:
    app = AppTest.from_file(str(FRAME), default_timeout=60)
    app.run()
    return app.switch_page("log.py").run()


def bring(app: AppTest, name: str, data: bytes) -> AppTest:
    app.file_uploader[0].upload(name, data, "text/plain").run()
    assert not app.exception
    app.switch_page("log.py").run()
    return app


def answer_all(app: AppTest, **answers: str) -> None:
    for radio in app.radio:
        key = next(key for key in answers if key in radio.key)
        radio.set_value(answers[key])
    next(b for b in app.button if b.label == "Use these answers").click().run()
    assert not app.exception


def log_of(app: AppTest):
    return app.session_state["open_log"].reading.log


def drops(app: AppTest) -> float:
    sessions = log_of(app).sessions
    return float(sessions.loc[sessions["exercise"] == "heel drop", "reps"].sum())


def test_an_apps_export_is_named_and_asks_only_what_it_leaves_open(app):
    bring(app, "strong.csv", month(1))
    assert "export of Strong" in "\n".join(m.value for m in app.markdown)
    assert {key for r in app.radio for key in ("unit", "exercise") if key in r.key} == {
        "unit",
        "exercise",
    }
    answer_all(app, unit="kg", exercise="other")
    assert drops(app) == 150


def test_a_log_that_leaves_things_open_can_be_forgotten_at_once(app):
    app.file_uploader[0].upload("strong.csv", month(1), "text/plain").run()
    assert any(button.label == "Use these answers" for button in app.button)
    next(b for b in app.sidebar.button if b.label == "Forget my data").click().run()
    assert not app.exception and "open_log" not in app.session_state


def test_warm_ups_and_the_writer_are_settings_that_can_be_overruled(app):
    bring(app, "strong.csv", month(1))
    answer_all(app, unit="kg", exercise="other")
    next(s for s in app.selectbox if "warm_ups" in s.key).set_value("leave").run()
    assert not app.exception
    assert drops(app) == 75
    writer = next(s for s in app.selectbox if s.key.endswith("-writer"))
    assert writer.value == "strong"


def test_any_exercise_can_be_counted_as_a_heel_drop_and_taken_back(app):
    bring(app, "strong.csv", month(1))
    answer_all(app, unit="kg", exercise="other")
    digest = app.session_state["open_log"].reading.receipts[0].digest
    app.session_state[f"open-x-{digest}"] = True
    app.run()
    chosen = app.multiselect[0]
    assert [name.split(" (")[0] for name in chosen.options] == [
        DROP,
        "Seated calf raise",
    ]
    chosen.set_value(["exercise:seated calf raise"])
    next(b for b in app.button if b.label == "Count these as heel drops").click().run()
    assert not app.exception
    assert drops(app) == 75


def test_the_answers_taken_away_open_next_months_export_without_a_question(app):
    bring(app, "strong.csv", month(1))
    answer_all(app, unit="kg", exercise="heel drop")
    answer_all(app, variant="flat bent")
    opened = app.session_state["open_log"]
    told = write_answers(opened.answers, opened.reading.receipts)
    later = AppTest.from_file(str(FRAME), default_timeout=60).run()
    later.switch_page("log.py").run()
    bring(later, "answers.toml", told.encode())
    bring(later, "strong.csv", month(2))
    assert not later.radio
    assert drops(later) == 225


def test_a_file_that_holds_no_answers_is_refused_and_takes_nothing(app):
    bring(app, "strong.csv", month(1))
    app.file_uploader[0].upload("answers.toml", b"\xff = [", "text/plain").run()
    assert "holds no answers" in app.error[0].value
    assert app.session_state["open_log"].reading.receipts[0].name == "strong.csv"


def test_a_list_of_sport_alone_stays_on_the_page_and_says_what_to_bring(app):
    sport = b"date,sport,minutes\n2026-03-01,Run,30\n2026-03-03,Run,30\n"
    app.file_uploader[0].upload("sport.csv", sport, "text/csv").run()
    assert app.title[0].value == "Log"
    assert "a log of those belongs beside it" in "\n".join(c.value for c in app.caption)


FITNOTES = "Date,Exercise,Category,Weight,Weight Unit,Reps,Distance,Distance Unit,Time\n"


@pytest.mark.parametrize(
    ("exercise", "said"),
    [("Bench press", "names the calf or the heel"), ("Standing calf raise", "leaves 1 thing open")],
)
def test_a_log_without_drops_stays_on_the_page_and_says_so(app, exercise, said):
    rows = "".join(f"2026-03-{day:02d},{exercise},Legs,50,kgs,10,,,\n" for day in range(1, 6))
    app.file_uploader[0].upload("fitnotes.csv", (FITNOTES + rows).encode(), "text/csv").run()
    assert not app.exception and app.title[0].value == "Log"
    shown = [*(c.value for c in app.caption), *(m.value for m in app.markdown)]
    assert any(said in text for text in shown)


def test_two_names_that_may_be_one_person_are_asked_about_before_going_on(app):
    drops = b"person,date,sets,reps\nAda Lovelace,2026-03-02,3,15\n"
    pain = b"person,date,pain (0-10)\nAda L.,2026-03-02,4\n"
    bring(app, "drops.csv", drops)
    app.file_uploader[0].upload("pain.csv", pain, "text/csv").run()
    assert not app.exception and app.title[0].value == "Log"
    assert any("Is “Ada L.”" in radio.label for radio in app.radio)
    answer_all(app, name="same")
    assert log_of(app).people == ["Ada Lovelace"]


def test_a_file_of_another_kind_is_named_on_the_page(app):
    health = b'<?xml version="1.0"?><!DOCTYPE HealthData [<!ELEMENT HealthData (Me)>]><HealthData/>'
    app.file_uploader[0].upload("export.xml", health, "text/xml").run()
    assert "Apple Health" in app.error[0].value
    assert not app.file_uploader[0].proto.type


def test_a_redcap_field_that_was_not_understood_can_be_named_before_the_mapping_is_confirmed(app):
    header = "record_id,redcap_repeat_instrument,redcap_repeat_instance,date,sets,xx1,d_complete\n"
    bring(app, "redcap.csv", f"{header}1,drops,1,2026-03-01,3,15,2\n".encode())
    digest = app.session_state["open_log"].reading.receipts[0].digest
    app.session_state[f"open-m-{digest}"] = True
    app.run()
    taken = {box.label: box.value for box in app.selectbox if box.key.startswith("match-")}
    assert (taken["sets"], taken["xx1"]) == ("sets", "")
    next(box for box in app.selectbox if box.label == "xx1").set_value("reps")
    next(b for b in app.button if b.label == "Read again with these columns").click().run()
    assert len(log_of(app).sessions) == 0
    told = next(radio for radio in app.radio if "mapping" in radio.key)
    assert "xx1 as reps" in told.label
    answer_all(app, mapping="yes")
    assert log_of(app).sessions["reps"].tolist() == [45]
