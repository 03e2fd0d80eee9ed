"""Bytes to letters: UTF-8, UTF-16, a Windows code page, or lines of two of them."""

import codecs

from analysis.reading.raw import Refused
from analysis.wording import plural

DAMAGED = (
    "The file holds bytes that stand for no letter; save it again as CSV in UTF-8 and bring "
    "that file."
)
WESTERN = ("cp1252", "Windows-1252 (Western European)")
TURKISH = ("cp1254", "Windows-1254 (Turkish)")
TURKISH_LETTERS = "ĞğİıŞş".encode("cp1254")
"""The six bytes in which Windows-1254 differs from 1252, where they are ÐðÝýÞþ."""

NO_TURKISH = "áéíóúæÁÉÍÓÚÆ".encode("cp1252") + "Žž".encode("cp1252")
"""Letters that stand beside ð, ý and þ in Icelandic, Faroese and Czech, and not in Turkish."""

CUT_LETTER = "\ufffd"
"""Stands for a letter of which the file holds the first byte alone: it breaks off there."""


def letters_of(data: bytes) -> tuple[str, tuple[str, ...]]:
    """Return a text of eight-bit bytes, and a note where they are not all UTF-8.

    Where some lines are UTF-8 and others are not, as in two files put into one, each
    line is read as what it is.

    Raises
    ------
    Refused
        Where bytes stand for no letter.

    Examples
    --------
    >>> letters_of("für".encode("cp1252"))
    ('für', ('The file is not in UTF-8; it was read as Windows-1252 (Western European).',))
    """
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError as error:
        before = data[: error.start]
        if error.end == len(data) and "unexpected end" in error.reason and not before.isascii():
            return before.decode("utf-8") + CUT_LETTER, ()
    lines = data.splitlines(keepends=True)
    other = [at for at, line in enumerate(lines) if not _is_utf8(line)]
    page, name = _code_page(b"".join(lines[at] for at in other))
    rest = set(range(len(lines))).difference(other)
    if all(lines[at].isascii() for at in rest):
        return _strictly(data, page), (f"The file is not in UTF-8; it was read as {name}.",)
    told = [_strictly(line, "utf-8" if at in rest else page) for at, line in enumerate(lines)]
    which = f"line {other[0] + 1}" if len(other) == 1 else f"the first is line {other[0] + 1}"
    return "".join(told), (
        f"Not in UTF-8 but read as {name}: {plural(len(other), 'line')} ({which}).",
    )


def wide_letters_of(data: bytes, encoding: str) -> str:
    """Return a text of sixteen-bit letters; half a letter at the end is ``CUT_LETTER``.

    Raises
    ------
    Refused
        Where bytes stand for no letter.

    Examples
    --------
    >>> wide_letters_of("ab".encode("utf-16-le")[:-1], "utf-16-le")
    'a�'
    """
    decoder = codecs.getincrementaldecoder(encoding)()
    try:
        text = decoder.decode(data)
    except UnicodeDecodeError:
        raise Refused(DAMAGED) from None
    return text + CUT_LETTER if decoder.getstate()[0] else text


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _code_page(data: bytes) -> tuple[str, str]:
    def holds(letters: bytes) -> bool:
        return any(bytes([letter]) in data for letter in letters)

    return TURKISH if holds(TURKISH_LETTERS) and not holds(NO_TURKISH) else WESTERN


def _strictly(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        raise Refused(DAMAGED) from None
