"""Log: drop the files, see what was read, answer what they leave open."""

from functools import partial

import streamlit as st

import session
from analysis.charts.coverage import coverage
from analysis.export import csv_of
from analysis.model import TABLES
from analysis.reading import Receipt, Refused, Source
from analysis.reading.answers_file import write_answers
from analysis.reading.columns import FIELDS
from analysis.reading.exercises import DROP, OTHER
from analysis.reading.questions import Question
from analysis.wording import plural
from pages.parts import on_demand, show_picture, show_receipt, show_table

INTRODUCTION = (
    "Bring the log you keep: one row for each day or session, with the date, sets, reps, "
    "added weight and pain, in whatever words you use. CSV, TSV or Excel."
)
PRIVACY = (
    "Your file stays in the memory of the machine that runs this page. It is dropped when you "
    "press *Forget my data*, or some time after you close the page. After a reload, choose it "
    "again."
)
ANSWERS = "toml"  # answers given before, as this page offers them
TEMPLATE = session.EXAMPLES_FOLDER / "template.csv"
SEVERAL = "Several files join into one log: the drops from one, the pain from another."


def choose_files() -> None:
    """Take files, open them beside what is open, and say what could not be used."""
    key = f"files-{st.session_state.setdefault('upload', 0)}"
    # Any file is taken: one of another kind is then named, with what to bring instead.
    files = st.file_uploader("Your log", accept_multiple_files=True, key=key)
    seen: set[str] = st.session_state.setdefault("seen_uploads", set())
    fresh = [file for file in files if file.file_id not in seen]
    if not fresh:
        return
    seen.update(file.file_id for file in fresh)
    told = [file for file in fresh if file.name.casefold().endswith(f".{ANSWERS}")]
    logs = [Source(file.name, file.getvalue()) for file in fresh if file not in told]
    try:
        answers = [file.getvalue().decode() for file in told]
        with st.spinner(f"Reading {plural(len(fresh), 'file')} …"):
            line = st.empty()
            refused = session.add_files(logs, answers, line.caption)
        line.empty()
    except (Refused, UnicodeDecodeError):
        names = ", ".join(file.name for file in told)
        st.error(f"**{names}** holds no answers. Bring the file that this page offers below.")
        return
    st.session_state["refused"] = refused
    opened = session.current()
    if opened is None and told:
        st.info("The answers are kept for the log that you choose next.")
    elif opened is not None and logs and not refused and opened.is_clean:
        st.switch_page(next_page(opened))
    else:
        st.rerun()  # the frame, already drawn, does not know of the files yet


def next_page(opened: session.OpenLog) -> str:
    """Return where a log leads: one person to Recovery, several to Cohorts."""
    return "recovery.py" if len(opened.reading.log.people) < 2 else "cohorts.py"


def show_next(opened: session.OpenLog) -> None:
    """Lead on, once nothing is open."""
    page = next_page(opened)
    label = "See the recovery" if page == "recovery.py" else "Compare the groups"
    st.page_link(page, label=label, icon=":material/arrow_forward:")


def show_refused() -> None:
    """Say of every refused file why, in one sentence; what was open stays open."""
    for receipt in st.session_state.get("refused", ()):
        st.error(f"**{receipt.name}** was not used. {receipt.refused}")


def offer_examples() -> None:
    """Offer the simulated logs and an empty template."""
    st.markdown("**No log at hand?** Open a simulated one:")
    columns = st.columns(len(session.EXAMPLES))
    for column, (key, example) in zip(columns, session.EXAMPLES.items(), strict=True):
        if column.button(example.title, key=f"example-{key}", width="stretch"):
            session.open_example(key)
            st.session_state["refused"] = ()
            st.switch_page(f"{example.page}.py")
        column.caption(example.says)
    st.download_button(
        "Download an empty template",
        TEMPLATE.read_bytes,
        file_name="heel_drop_log.csv",
        mime="text/csv",
        on_click="ignore",
        type="tertiary",
    )


def ask(receipt: Receipt) -> None:
    """Ask everything a file leaves open, in one form, its exercises together."""
    if not receipt.questions:
        return
    with st.form(f"questions-{receipt.digest}"):
        st.markdown(f"**{receipt.name}** leaves {plural(len(receipt.questions), 'thing')} open")
        given = {question.key: _choice(receipt, question) for question in receipt.questions}
        if st.form_submit_button("Use these answers"):
            told = {key: value for key, value in given.items() if value is not None}
            session.answer(receipt.digest, told)
            st.rerun()


def _choice(receipt: Receipt, question: Question) -> str | None:
    labels = dict(question.choices)
    return st.radio(
        question.text,
        list(labels),
        index=None,
        horizontal=question.optional,
        format_func=lambda value: labels[value],
        help=f"Waits for the answer: {question.waits}",
        key=f"answer-{receipt.digest}-{question.key}",
    )


def settings_of(receipt: Receipt) -> None:
    """Show what the file settled, such as the app that wrote it, and let it be overruled."""
    for setting in receipt.settings:
        labels = dict(setting.choices)
        key = f"setting-{receipt.digest}-{setting.key}"
        st.selectbox(
            setting.text,
            list(labels),
            index=list(labels).index(setting.value),
            format_func=lambda value, labels=labels: labels[value],
            key=key,
            on_change=lambda key=key, name=setting.key: session.answer(
                receipt.digest, {name: st.session_state[key]}
            ),
        )


def exercises(receipt: Receipt) -> None:
    """Let the visitor say of any exercise of the file that it is a heel drop, or is none."""
    if not receipt.exercises:
        return
    section = on_demand(f"Which exercises of {receipt.name} are heel drops", f"x-{receipt.digest}")
    if section is None:
        return
    named = {one.key: one for one in receipt.exercises}
    now = [key for key, one in named.items() if one.taken_for == DROP]
    with section, st.form(f"exercises-{receipt.digest}", border=False):
        chosen = st.multiselect(
            f"Heel drops among {plural(len(named), 'exercise')}",
            list(named),
            default=now,
            format_func=lambda key: f"{named[key].name} ({plural(named[key].rows, 'row')})",
            key=f"drops-{receipt.digest}",
        )
        if st.form_submit_button("Count these as heel drops"):
            told = {key: DROP for key in chosen if key not in now}
            told |= {key: OTHER for key in now if key not in chosen}
            session.answer(receipt.digest, told)
            st.rerun()


def match_columns(receipt: Receipt) -> None:
    """Let the visitor change what each column is taken for, before anything follows from it."""
    section = on_demand(f"What each column of {receipt.name} is taken for", f"m-{receipt.digest}")
    if section is None:
        return
    with section, st.form(f"matches-{receipt.digest}", border=False):
        chosen = {
            f"column:{match.position}": st.selectbox(
                match.name or f"column {match.position + 1}",
                ["", *FIELDS],
                index=["", *FIELDS].index(match.field or ""),
                format_func=lambda name: FIELDS[name].label if name else "not used",
                key=f"match-{receipt.digest}-{match.position}",
            )
            for match in receipt.matches
        }
        if st.form_submit_button("Read again with these columns"):
            before = {f"column:{m.position}": m.field or "" for m in receipt.matches}
            changed = {key: name for key, name in chosen.items() if name != before[key]}
            session.answer(receipt.digest, changed)
            st.rerun()


def preview(receipt: Receipt) -> None:
    """Show the first rows as the file has them beside what they were read as."""
    section = on_demand(f"The first rows of {receipt.name} as read", f"p-{receipt.digest}")
    if section is not None:
        with section:
            show_table(receipt.preview, alt=f"first rows of {receipt.name} as read")


def show_files(opened: session.OpenLog) -> None:
    """Show each open file: its questions, its receipt, its columns, its first rows."""
    for receipt in opened.reading.receipts:
        with st.container(border=True):
            show_receipt(receipt)
            ask(receipt)
            settings_of(receipt)
            exercises(receipt)
            match_columns(receipt)
            preview(receipt)
            st.button(
                "Close this file",
                key=f"close-{receipt.digest}",
                on_click=session.remove_file,
                args=(receipt.digest,),
            )


def show_coverage() -> None:
    """Show which days hold a session, a reading, both or nothing."""
    if not len(session.days().day):
        return
    section = on_demand("Which days are in the log", "coverage")
    if section is not None:
        with section:
            show_picture(session.kept("coverage", None, lambda: coverage(session.days())), "cover")


def take_away(opened: session.OpenLog) -> None:
    """Offer the tables that were read, and the answers that were given."""
    section = on_demand("Take the tables away", "take-away")
    if section is None:
        return
    with section:
        for name, frame in opened.reading.log.tables().items():
            if len(frame):
                st.download_button(
                    f"{name}: {plural(len(frame), 'row')}, {len(TABLES[name])} columns",
                    partial(csv_of, frame),
                    file_name=f"{name}.csv",
                    mime="text/csv",
                    on_click="ignore",
                    key=f"take-{name}",
                )
        st.download_button(
            "The answers given, for the next export",
            partial(write_answers, opened.answers, opened.reading.receipts),
            file_name="answers.toml",
            mime="application/toml",
            on_click="ignore",
        )


st.title("Log", anchor=False)
st.write(INTRODUCTION)
choose_files()
show_refused()
opened = session.current()
if opened is None:
    offer_examples()
    st.caption(PRIVACY)
else:
    if not opened.questions_open:
        show_next(opened)
    show_files(opened)
    st.caption(SEVERAL)
    if not opened.questions_open:
        show_coverage()
        take_away(opened)
    offer_examples()
    st.caption(PRIVACY)
