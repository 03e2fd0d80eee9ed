"""Names of people across files: matched, or asked, never merged on a guess."""

import time
from string import ascii_lowercase as LETTERS

from tests.reading.logs import reading

DROPS = "person,date,sets,reps\n{},2026-03-01,3,15\n"
PAIN = "person,date,VAS 0-100\n{},2026-03-01,30\n"


def people(*names, **answers):
    found = reading(DROPS.format(names[0]), PAIN.format(names[1]), **answers)
    return found.log.people, [q.key for q in found.receipts[1].questions if "name:" in q.key]


def test_writing_alone_makes_no_second_person():
    assert people("Adá Lovelace", "ADA  LOVELACE") == (["Adá Lovelace"], [])


def test_a_name_alike_in_part_is_asked_about_and_counts_as_two_until_then():
    assert people("Ada Lovelace", "Ada L.") == (["Ada L.", "Ada Lovelace"], ["name:ada l"])
    assert people("Ada Lovelace", "Ada L.", **{"name:ada l": "same"})[0] == ["Ada Lovelace"]
    assert len(people("Ada Lovelace", "Ada L.", **{"name:ada l": "another"})[0]) == 2


def test_initials_are_asked_about_whichever_file_has_them():
    assert people("Ada Lovelace", "A. L.")[1] == ["name:a l"]
    assert people("A. L.", "Ada Lovelace")[1] == ["name:ada lovelace"]
    assert people("B. L.", "Ada Lovelace")[1] == []


def test_numbers_of_a_study_are_never_alike():
    assert people("P1", "P12") == (["P1", "P12"], [])


def test_two_names_in_one_file_stay_two():
    both = "person,date,VAS 0-100\nAda,2026-03-01,30\nADA,2026-03-02,40\n"
    assert len(reading(both).log.people) == 2


def test_two_lists_of_many_people_are_compared_in_a_moment():
    def people(first: str) -> str:
        return "name,date,reps\n" + "".join(
            f"{first}{a}{b} {c}x,2026-03-01,45\n" for a in LETTERS for b in LETTERS for c in "pq"
        )

    began = time.process_time()
    found = reading(people("ka"), people("ku"))
    assert time.process_time() - began < 5
    assert sum(len(told.questions) for told in found.receipts) == 0
