"""Lists of people, and what a longer file says of its people."""

import numpy as np
import pandas as pd

from tests.reading.logs import reading, receipt, set_aside


def test_arm_of_a_trial_becomes_a_column_of_tendons():
    rows = "a,0,5,x,great\na,1,6,x,\nb,0,7,y,poor\nb,1,7,y,fine\n"
    found = reading("person,week,vas (0-10),arm,mood\n" + rows)
    assert found.log.tendons[["person", "arm"]].to_numpy().tolist() == [["a", "x"], ["b", "y"]]
    assert found.receipts[0].ignored_columns == ("mood",)


def test_a_text_that_differs_for_everybody_is_no_group_but_an_age_is():
    rows = "".join(f"p{n},0,5,name{n},{30 + n}\n" for n in range(11))
    found = reading("person,week,vas (0-10),first,age\n" + rows)
    assert sorted(found.log.tendons["age"]) == [30.0 + n for n in range(11)]
    assert "first" in found.receipts[0].ignored_columns


def test_list_of_people_fills_tendons_and_prescriptions():
    text = (
        "person,site,side,protocol,drops per day,start,body mass (kg),age,arm\n"
        "a,insertional,left,flat 90,90,2026-01-05,80,40,x\n"
        "b,midportion,right,step 180,180,2026-01-06,,50,y\n"
    )
    found = reading(text)
    assert found.receipts[0].kind == "list of people"
    assert found.receipts[0].rows_used == 2
    assert found.receipts[0].ignored_columns == ()
    tendons = found.log.tendons
    assert tendons["site"].tolist() == ["insertional", "midportion"]
    assert tendons["start"].tolist() == [pd.Timestamp("2026-01-05"), pd.Timestamp("2026-01-06")]
    assert tendons["body_mass_kg"].tolist()[0] == 80.0
    assert np.isnan(tendons["body_mass_kg"].tolist()[1])
    assert tendons["age"].tolist() == [40.0, 50.0]
    assert found.log.prescriptions["drops_per_day"].tolist() == [90.0, 180.0]
    assert found.log.prescriptions["from"].isna().all()


def test_a_protocol_that_changes_is_a_second_prescription():
    text = (
        "date,reps,protocol\n2026-03-01,90,flat 90\n2026-03-02,90,flat 90\n"
        "2026-03-03,90,\n2026-03-04,180,flat 180\n2026-03-05,180,flat 180\n"
    )
    found = reading(text).log.prescriptions
    assert found["protocol"].tolist() == ["flat 90", "flat 180"]
    assert found["from"].isna().tolist() == [True, False]
    assert found["from"].tolist()[1] == pd.Timestamp("2026-03-04")


def test_a_person_with_two_tendons_is_prescribed_on_both():
    files = (
        "person,protocol,drops per day\na,flat 90,90\n",
        "person,date,side,reps\na,2026-03-01,left,90\na,2026-03-01,right,90\n",
    )
    log = reading(*files).log
    assert log.prescriptions["side"].tolist() == ["left", "right"]
    assert log.tendons["side"].tolist() == ["left", "right"]


def test_both_in_a_list_is_two_tendons():
    log = reading("person,side,site\na,both,insertional\nb,left,midportion\n").log
    assert log.tendons[["person", "side", "site"]].to_numpy().tolist() == [
        ["a", "left", "insertional"],
        ["a", "right", "insertional"],
        ["b", "left", "midportion"],
    ]


def test_an_unknown_site_is_set_aside_and_the_person_kept():
    text = "person,site\na,elbow\nb,insertional\n"
    assert [line for line, _ in set_aside(text)] == [2]
    assert reading(text).log.tendons["person"].tolist() == ["a", "b"]


def test_days_of_people_without_dates_are_no_list_of_people():
    told = receipt("person,site,sets,reps\na,insertional,3,15\na,insertional,3,15\n")
    assert "no date" in told.refused


def test_body_mass_in_pounds_is_kilograms():
    log = reading("person,body mass (lb)\na,200\nb,150\n").log
    assert log.tendons["body_mass_kg"].tolist() == [200 * 0.45359237, 150 * 0.45359237]


def test_a_longer_file_that_contradicts_itself_says_so():
    text = "person,date,site,reps\na,2026-03-01,insertional,9\na,2026-03-02,midportion,9\n"
    found = reading(text)
    assert found.log.tendons["site"].tolist() == ["insertional"]
    assert any("site is given in more than one way" in note for note in found.receipts[0].notes)
