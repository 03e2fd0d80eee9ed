"""Exports written out in tests from header lines, and read with answers."""

from analysis.reading import Answers, Reading, Source, read


def reading(*texts: str | bytes, **answers: str) -> Reading:
    """Return what is read of some exports, with these answers for all of them."""
    sources = [
        Source(f"export{n}.csv", text.encode() if isinstance(text, str) else text)
        for n, text in enumerate(texts)
    ]
    return read(sources, Answers({"*": answers}))


def drops(found: Reading) -> float:
    """Return the repetitions of all heel drops."""
    sessions = found.log.sessions
    return float(sessions.loc[sessions["exercise"] == "heel drop", "reps"].sum())


def notes(found: Reading) -> str:
    """Return everything that the receipts say, as one text."""
    return " ".join(note for receipt in found.receipts for note in receipt.notes)
