"""The one place that holds a visitor's log: every page gets its log here.

Nothing here is shared between visitors. What is worked out from a log is kept in
the visitor's own session under a digest of the files, the answers and the
settings, and goes with them.
"""

import hashlib
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import streamlit as st

from analysis.days import Days, reduce_log
from analysis.outcomes import Options, Outcomes, outcomes
from analysis.reading import Answers, Reading, Receipt, Source, read, silent
from analysis.reading.answers_file import parse_answers
from analysis.reading.exercises import DROP

EXAMPLES_FOLDER = Path(__file__).parent / "data" / "examples"
KEPT_AT_MOST = 40
T = TypeVar("T")


@dataclass(frozen=True)
class Example:
    """A simulated log that comes with the product, and the page it opens on."""

    title: str
    says: str
    files: tuple[str, ...]
    page: str


EXAMPLES = {
    "one": Example(
        "One person", "12 weeks of flat drops, 90 a day", ("one_person.csv",), "recovery"
    ),
    "trial": Example(
        "A trial of 60",
        "flat or step with 90 or 180 drops a day",
        ("trial_2x2_sheet.csv", "trial_2x2_people.csv"),
        "cohorts",
    ),
    "aliased": Example(
        "A cohort of 40",
        "flat always with 90, step always with 180",
        ("aliased_sheet.csv", "aliased_people.csv"),
        "cohorts",
    ),
}


@dataclass(frozen=True)
class OpenLog:
    """The files a visitor has open, what they answered, and what was read from them."""

    reading: Reading
    sources: tuple[Source, ...]
    answers: Answers = field(default_factory=Answers)
    start: Mapping[str, date] = field(default_factory=dict)
    example: str = ""

    @property
    def digest(self) -> str:
        """A fingerprint of files, answers and start: the key of all that follows from them."""
        parts = [receipt.digest for receipt in self.reading.receipts]
        parts += [repr(sorted((k, sorted(v.items())) for k, v in self.answers.given.items()))]
        return hashlib.sha256(
            "|".join([*parts, str(sorted(self.start.items()))]).encode()
        ).hexdigest()

    @property
    def questions_open(self) -> bool:
        """Whether something of a file is not used until a question is answered."""
        asked = (question for receipt in self.reading.receipts for question in receipt.questions)
        return any(not question.optional for question in asked)

    @property
    def is_clean(self) -> bool:
        """Whether it holds drops or pain, with nothing to ask and nothing set aside.

        What is asked counts though nothing waits for it, such as whether a calf raise is a
        heel drop.
        """
        log, receipts = self.reading.log, self.reading.receipts
        drops = log.sessions["exercise"].isna() | log.sessions["exercise"].eq(DROP)
        told = bool(drops.any()) or len(log.pain)
        return bool(told) and not any(r.set_aside or r.questions for r in receipts)


def current() -> OpenLog | None:
    """Return the visitor's open log, or None where nothing is open yet."""
    return st.session_state.get("open_log")


def _keep(opened: OpenLog) -> None:
    st.session_state["open_log"] = opened
    st.session_state["kept"] = {}


def _open(
    sources: Sequence[Source],
    answers: Answers,
    start: Mapping[str, date] | None = None,
    example: str = "",
    tell: Callable[[str], object] = silent,
) -> OpenLog:
    reading = read(sources, answers, limit=size_limit(), tell=tell)
    return OpenLog(reading, tuple(sources), answers, start or {}, example)


def size_limit() -> int:
    """Return the largest file taken, in bytes: the server's own limit on uploads."""
    return int(st.get_option("server.maxUploadSize")) * 1_000_000


def add_files(
    sources: Sequence[Source], told: Sequence[str] = (), tell: Callable[[str], object] = silent
) -> tuple[Receipt, ...]:
    """Open files beside those already open; return the receipts of the refused ones.

    A refused file changes nothing. An open example gives way to the first file of
    one's own. ``told`` are texts of answers given before; those that come before any
    file wait for it; ``tell`` takes a line on how far the reading is.

    Raises
    ------
    Refused
        Where a text of answers is not of the form; nothing is opened then.
    """
    before = current()
    own = before if before and not before.example else None
    known = {receipt.digest for receipt in own.reading.receipts} if own else set()
    fresh = [source for source in sources if digest_of(source) not in known]
    everything = [*(own.sources if own else ()), *fresh]
    waiting = (*st.session_state.get("answers_waiting", ()), *told)
    answers = own.answers if own else Answers()
    for text in waiting:
        answers = answers.joined(parse_answers(text, everything))
    if not everything:
        st.session_state["answers_waiting"] = waiting
        return ()
    st.session_state.pop("answers_waiting", None)
    probe = _open(everything, answers, own.start if own else None, tell=tell)
    refused = tuple(receipt for receipt in probe.reading.receipts if receipt.refused)
    lost = {receipt.digest for receipt in refused}
    good = tuple(source for source in probe.sources if digest_of(source) not in lost)
    if good and (told or len(good) > len(own.sources if own else ())):
        kept = probe if not lost else _open(good, probe.answers)
        _keep(OpenLog(kept.reading, good, kept.answers, own.start if own else {}))
    return refused


def digest_of(source: Source) -> str:
    """Return the SHA-256 of a file's bytes."""
    return hashlib.sha256(source.data).hexdigest()


def remove_file(digest: str) -> None:
    """Close one file; the others and their answers stay."""
    opened = current()
    if opened is None:
        return
    rest = [source for source in opened.sources if digest_of(source) != digest]
    if rest:
        _keep(_open(rest, opened.answers, opened.start))
    else:
        forget()


def answer(digest: str, given: dict[str, str]) -> None:
    """Take the visitor's answers for one file and read again with them."""
    opened = current()
    if opened is None:
        return
    answers = opened.answers
    for key, value in given.items():
        answers = answers.with_answer(digest, key, value)
    _keep(_open(opened.sources, answers, opened.start, opened.example))


def set_start(person: str, start: date | None) -> None:
    """Set day 0 of one person's programme; None takes it from the log again."""
    opened = current()
    if opened is None:
        return
    others = {name: day for name, day in opened.start.items() if name != person}
    _keep(replace(opened, start=others if start is None else {**others, person: start}))


def open_example(key: str) -> None:
    """Open one of the simulated logs in place of what is open."""
    files = [(name, EXAMPLES_FOLDER / name) for name in EXAMPLES[key].files]
    sources = [Source(name, path.read_bytes()) for name, path in files]
    _keep(_open(sources, Answers(), example=key))


def forget() -> None:
    """Drop the log, everything worked out from it, and every choice made."""
    upload = st.session_state.get("upload", 0)
    st.session_state.clear()
    st.session_state["upload"] = upload + 1  # a new key empties the browser's uploader too


def kept(name: str, settings: Hashable, work: Callable[[], T]) -> T:
    """Return a result of the open log, worked out once for these settings.

    The results are immutable, so they are kept as they are and not copied.
    """
    opened = current()
    key = (name, opened.digest if opened else "", settings)
    store: dict = st.session_state.setdefault("kept", {})
    if key not in store:
        while len(store) >= KEPT_AT_MOST:
            store.pop(next(iter(store)))
        store[key] = work()
    return store[key]


def looks(settings: Hashable) -> int:
    """Return at how many comparisons of the open log the visitor has looked, this one included."""
    opened = current()
    seen: dict = st.session_state.setdefault("looks", {})
    on_this = seen.setdefault(opened.digest if opened else "", set())
    on_this.add(settings)
    return len(on_this)


def chosen(key: str, usual: Any = None) -> Any:
    """Return what the visitor chose by a widget, shown now or earlier; else what is usual."""
    value = st.session_state.get(key)
    return usual if value is None else value


def days() -> Days:
    """Return the open log reduced to tendons and programme days."""
    opened = current()
    if opened is None:
        raise LookupError("no log is open")
    return kept("days", None, lambda: reduce_log(opened.reading.log, opened.start))


def outcomes_at(options: Options) -> Outcomes:
    """Return one row per tendon of the open log at the chosen week and context."""
    return kept("outcomes", options, lambda: outcomes(days(), options))
