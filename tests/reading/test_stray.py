"""A day decades from all others is asked about before it makes a diary of decades."""

from tests.reading.logs import open_keys, reading, set_aside

ROWS = "".join(f"2026-03-{day:02d},3,15\n" for day in range(1, 21))
LOG = f"date,sets,reps\n1926-02-28,3,15\n{ROWS}"


def test_a_day_of_another_century_is_asked_about_and_alone_waits():
    assert open_keys(LOG) == {"stray_dates"}
    assert len(reading(LOG).log.sessions) == 20
    assert set_aside(LOG) == []


def test_the_answer_uses_it_or_leaves_it_out_with_its_line():
    assert len(reading(LOG, stray_dates="right").log.sessions) == 21
    assert set_aside(LOG, stray_dates="wrong") == [
        (2, "date: 1926-02-28 lies more than 10 years from all others")
    ]


def test_a_log_taken_up_again_after_many_years_is_not_asked_about():
    half = ROWS.replace("2026", "2009")
    assert open_keys(f"date,sets,reps\n{half}{ROWS}") == set()


def test_days_after_tomorrow_are_set_aside_without_a_question():
    log = f"date,sets,reps\n{ROWS}2126-03-01,3,15\n"
    assert open_keys(log) == set()
    assert set_aside(log) == [(22, "date: 2126-03-01 is after tomorrow")]
