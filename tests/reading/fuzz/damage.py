"""What happens to files between an app and a reader, drawn at random."""

from hypothesis import strategies as st

PIECES = (*",;\t\n\r\"' 09-.xé#", '""', "--", "\u202f", ",,", "1,5", "\n\n")
UNQUOTED = tuple(piece for piece in PIECES if '"' not in piece and piece != "\r")
ODD = (
    *("", "--", "n/a", "x", "12x", "5 kg", "1.5", "007", "0", "3 Mar 2026", "2026-02-30", "1e3"),
    *("1/2", "10-12", "½", "٣", "inf", "nan", "-4", "a,b", "left, bent", "31", "true", "12:30"),
)


@st.composite
def mutations(draw, pieces=PIECES):
    """Draw what is done to a text: to its letters, to fields of a row, and to whole rows."""
    letters = st.tuples(
        st.sampled_from(("cut", "put", "twice")),
        st.floats(0, 1),
        st.integers(1, 40),
        st.sampled_from(pieces),
    )
    fields = st.tuples(
        st.sampled_from(("drop", "double", "swap", "odd", "comma", "glue", "from another")),
        st.floats(0, 1),
        st.integers(0, 13),
        st.sampled_from(ODD),
    )
    rows = st.tuples(
        st.sampled_from(("lose row", "repeat row", "join rows", "break row", "header", "blank")),
        st.floats(0, 1),
        st.integers(0, 13),
        st.just(""),
    )
    return draw(st.lists(st.one_of(letters, fields, rows), min_size=1, max_size=4))


def mutated(text: str, steps, mark: str = ",") -> str:
    """Return a text with these things done to it, one after another."""
    for what, where, size, piece in steps:
        if what in ("cut", "put", "twice"):
            at = int(where * len(text))
            part = text[at : at + size]
            done = {"cut": "", "put": piece + part, "twice": part + part}[what]
            text = text[:at] + done + text[at + size :]
            continue
        lines = text.split("\n")
        at = min(int(where * len(lines)), len(lines) - 1)
        lines[at : at + 1] = other_row(lines, at, what, size, piece, mark)
        text = "\n".join(lines)
    return text


def other_row(lines: list[str], at: int, what: str, size: int, piece: str, mark: str) -> list[str]:
    """Return what stands in the place of one row after one thing was done to it."""
    row = lines[at]
    if what in ("lose row", "repeat row", "header", "blank"):
        of = {"lose row": [], "repeat row": [row, row], "header": [lines[0], row]}
        return of.get(what, ["", row])
    if what == "join rows":
        return [row + lines.pop(at + 1)] if at + 1 < len(lines) else [row]
    if what == "break row":
        return [row[: size * 3], row[size * 3 :]]
    fields = row.split(mark)
    n = size % len(fields)
    if what == "swap" and n + 1 < len(fields):
        fields[n], fields[n + 1] = fields[n + 1], fields[n]
    elif what == "from another":
        other = lines[(at * 7 + 3) % len(lines)].split(mark)
        fields[n] = other[n] if n < len(other) else ""
    elif what == "glue" and n + 1 < len(fields):
        fields[n : n + 2] = [fields[n] + fields[n + 1]]
    elif what == "comma":
        half = len(fields[n]) // 2
        fields[n] = fields[n][:half] + mark + fields[n][half:]
    else:
        done = {"drop": [], "double": [fields[n], fields[n]], "odd": [piece]}
        fields[n : n + 1] = done.get(what, [fields[n]])
    return [mark.join(fields)]
