"""Short logs written out in tests, and read on a fixed day."""

from datetime import date

from analysis.reading import Answers, Reading, Receipt, Source, read

TODAY = date(2026, 3, 31)


def reading(*texts: str | bytes, **answers: str) -> Reading:
    """Return what is read of some files, with these answers for all of them."""
    sources = [
        Source(f"log{n}.csv", text.encode() if isinstance(text, str) else text)
        for n, text in enumerate(texts)
    ]
    return read(sources, Answers({"*": answers}), today=TODAY)


def receipt(text: str | bytes, **answers: str) -> Receipt:
    """Return the receipt of one file."""
    return reading(text, **answers).receipts[0]


def set_aside(text: str, **answers: str) -> list[tuple[int, str]]:
    """Return line and reason of all that was set aside in one file."""
    return [(row.line, row.reason) for row in receipt(text, **answers).set_aside]


def open_keys(text: str, **answers: str) -> set[str]:
    """Return the keys of the questions that one file leaves open."""
    return {question.key for question in receipt(text, **answers).questions}
