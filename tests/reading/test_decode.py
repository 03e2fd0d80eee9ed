"""Bytes to text: encodings, line ends, and files of another kind."""

import io
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.reading.decode import decode, is_workbook
from analysis.reading.letters import CUT_LETTER
from analysis.reading.raw import Refused, Source

LOG = "Datum;Schmerz während\n4.3.2026;3,5 – müde\n"


def text_of(data: bytes, limit: int | None = None) -> str:
    return decode(Source("log.csv", data), limit)[0]


def refusal(data: bytes, limit: int | None = None) -> str:
    with pytest.raises(Refused) as caught:
        decode(Source("log.csv", data), limit)
    return str(caught.value)


def zipped(**parts: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name.replace("__", "/").replace("_", "."), text)
    return out.getvalue()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_every_unicode_encoding_reads_to_the_same_text(encoding):
    assert text_of(LOG.encode(encoding)) == LOG


def test_utf_16_with_the_other_byte_order_mark_reads():
    assert text_of(b"\xfe\xff" + LOG.encode("utf-16-be")) == LOG


def test_windows_1252_reads_and_is_said():
    text, notes = decode(Source("log.csv", LOG.encode("cp1252")), None)
    assert text == LOG
    assert notes == ("The file is not in UTF-8; it was read as Windows-1252 (Western European).",)


@pytest.mark.parametrize("note", ["Ağrı yok, şişlik azaldı", "İyi", "sabah ağrısı 20 – yürüyüş"])
def test_windows_1254_is_told_by_its_letters_and_said(note):
    text, notes = decode(Source("log.csv", f"date,note\n1,{note}\n".encode("cp1254")), None)
    assert note in text
    assert notes == ("The file is not in UTF-8; it was read as Windows-1254 (Turkish).",)


@pytest.mark.parametrize("note", ["þreyttur og sár, síðan", "Après la séance", "Ærlig þýðing"])
def test_the_same_bytes_beside_letters_of_other_languages_stay_western(note):
    text, notes = decode(Source("log.csv", f"date,note\n1,{note}\n".encode("cp1252")), None)
    assert note in text and "Windows-1252" in notes[0]


def test_utf_8_says_nothing():
    assert decode(Source("log.csv", LOG.encode()), None)[1] == ()


def test_a_byte_that_windows_1252_does_not_know_is_refused():
    assert "bytes that stand for no letter" in refusal(b"date,pain\n2026-03-04,\x81\xff\n")


@pytest.mark.parametrize(("encoding", "lost"), [("utf-16", 1), ("utf-16-be", 1), ("utf-8", 4)])
def test_a_file_cut_in_the_middle_of_a_letter_ends_in_the_sign_for_it(encoding, lost):
    assert LOG.encode()[-4] == "ü".encode()[1]
    cut = text_of(LOG.encode(encoding)[:-lost])
    assert cut.endswith(CUT_LETTER) and LOG.startswith(cut.removesuffix(CUT_LETTER))


def test_lines_of_two_encodings_are_each_read_as_what_they_are():
    lines = ["date,note", "1,für mich", "2,sömn", "3,ok", "4,für mich"]
    data = b"\r\n".join(
        line.encode("cp1252" if n in (2, 4) else "utf-8") for n, line in enumerate(lines)
    )
    text, notes = decode(Source("log.csv", data), None)
    assert text.split("\n") == lines
    assert notes == (
        "Not in UTF-8 but read as Windows-1252 (Western European): 2 lines (the first is line 3).",
    )


def test_a_western_file_that_ends_in_its_only_special_letter_is_not_cut():
    assert text_of("date,note\n1,café".encode("cp1252")).endswith("café")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_line_end_becomes_one_newline(end):
    assert text_of(LOG.replace("\n", end).encode()) == LOG


def test_mixed_line_ends_count_as_an_editor_counts_them():
    assert text_of(b"a,b\r\n1,2\r3,4\n\r\n5,6").split("\n") == ["a,b", "1,2", "3,4", "", "5,6"]


@settings(max_examples=50, deadline=None)
@given(
    st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), min_size=1),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
)
def test_any_letters_come_back_as_they_were_written(letters, encoding):
    text = "date,note\n2026-03-04,x" + letters + "\n"
    assert text_of(text.encode(encoding)) == text


@pytest.mark.parametrize("data", [b"", b"\xef\xbb\xbf", b" \r\n\t\n", b"\xff\xfe", b"\n\n\n"])
def test_a_file_without_a_letter_is_empty(data):
    assert refusal(data).startswith("The file is empty")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0", "picture (PNG)"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "picture (JPEG)"),
        (b"GIF89a\x01\0", "picture (GIF)"),
        (b"\0\0\0\x18ftypheic\0\0\0\0", "picture (HEIC)"),
        (b"RIFF\x24\0\0\0WEBPVP8 ", "picture (WEBP)"),
        (b"%PDF-1.7\n%\xe2\xe3", "PDF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500, ".xls"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "protected by a password",
        ),
        (b"SQLite format 3\0\x10\0", "SQLite"),
        (b"PAR1\x15\x04", "Parquet"),
        (b"\x0e\x10\xd9\x07\x10\0\0\0.FIT", "FIT"),
        (b"\x1f\x8b\x08\0", "unpack it"),
        (b"{\\rtf1\\ansi date}", "RTF"),
        (b"date,pain\n2026\0,3\n\x01", "not a text file"),
        (bytes(range(1, 9)) * 10, "not a text file"),
        (b"<!DOCTYPE html><html><table>", "web page (HTML)"),
        (b"\n <html lang='de'>", "web page (HTML)"),
        (b'<?xml version="1.0"?><gpx creator="x">', "track of one activity (GPX)"),
        (b'<?xml version="1.0"?>\n<TrainingCenterDatabase>', "track of one activity (TCX)"),
        (b'<?xml version="1.0"?><log>', "XML"),
        (b'<?xml version="1.0"?>\n<!DOCTYPE HealthData [', "Apple Health"),
        (b'{"date": "2026-03-04"}', "JSON"),
        (b'[{"date": 1}]', "JSON"),
    ],
)
def test_a_file_of_another_kind_is_named_in_one_sentence_that_says_what_to_bring(data, words):
    said = refusal(data)
    assert words in said
    assert "bring" in said
    assert said.endswith(".") and ". " not in said


def test_a_zip_that_is_no_workbook_is_refused_and_a_workbook_is_told():
    archive = zipped(log_csv="date,pain")
    assert not is_workbook(archive)
    assert "zip archive; unpack it" in refusal(archive)
    assert is_workbook(zipped(xl__workbook_xml="<workbook/>"))
    assert not is_workbook(zipped(xl__workbook_xml="<workbook/>")[:60])


def test_a_workbook_that_breaks_off_or_needs_a_later_zip_is_named_and_not_unpacked():
    whole = zipped(xl__workbook_xml="<workbook/>")
    assert "damaged or breaks off; bring the whole file" in refusal(whole[:60])
    later = bytearray(whole)
    later[later.index(b"PK\x01\x02") + 6] = 99  # the version of zip that is needed to unpack
    assert not is_workbook(bytes(later))


def test_a_word_document_is_named():
    assert "(Word)" in refusal(zipped(word__document_xml="<document/>"))


def test_an_open_document_is_named():
    assert ".ods" in refusal(zipped(mimetype="application/vnd.oasis.opendocument.spreadsheet"))


def test_a_file_over_the_limit_is_refused_with_both_sizes():
    said = refusal(b"a" * 2_500_001, limit=2_000_000)
    assert "2.5 MB" in said and "at most 2 MB" in said


def test_a_file_at_the_limit_is_read():
    assert text_of(b"a,b", limit=3) == "a,b"


@pytest.mark.parametrize("data", [b"BMI,date\n22,2026-03-04", b"[date],pain\n1,2", b"<5,pain\n1,2"])
def test_text_that_only_begins_like_another_kind_is_read(data):
    assert text_of(data) == data.decode()
