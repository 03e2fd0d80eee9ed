"""The rules of the house that code can check: who may know whom, and which words may stand."""

import ast
import re
from pathlib import Path

import pytest

REPO = Path(__file__).resolve().parents[1]
ANALYSIS = sorted((REPO / "analysis").rglob("*.py"))
PAGES = sorted((REPO / "pages").rglob("*.py"))
CAUSAL = re.compile(
    r"\b(causes?d?|causing|leads? to|led to|because of the (drops|dose|floor)|thanks to|"
    r"due to|results? in|works? because|improves your|heals?|cures?|prevents?)\b",
    re.IGNORECASE,
)


def imports(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
    return found


def said(path: Path) -> list[str]:
    """Return every text of a module that is not a docstring."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    docs = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.FunctionDef | ast.ClassDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    texts = (n for n in ast.walk(tree) if isinstance(n, ast.Constant) and isinstance(n.value, str))
    return [node.value for node in texts if id(node) not in docs]


@pytest.mark.parametrize("path", ANALYSIS, ids=lambda p: str(p.relative_to(REPO)))
def test_analysis_knows_no_streamlit_and_only_charts_know_altair(path):
    roots = {name.split(".")[0] for name in imports(path)}
    assert not roots & {"streamlit", "session", "pages"}
    if "charts" not in path.parts:
        assert "altair" not in roots


@pytest.mark.parametrize("path", PAGES, ids=lambda p: str(p.relative_to(REPO)))
def test_pages_get_their_log_from_session_alone(path):
    assert "analysis.reading.read" not in imports(path)
    text = path.read_text(encoding="utf-8")
    assert "reduce_log(" not in text and "open_log" not in re.findall(r'"(\w+)"', text)


@pytest.mark.parametrize("path", sorted((REPO / "pages").glob("*.py")), ids=lambda p: p.name)
def test_a_page_has_no_bare_text_which_would_be_written_on_it(path):
    first, *rest = ast.parse(path.read_text(encoding="utf-8")).body
    assert isinstance(first, ast.Expr)
    assert [ast.unparse(node) for node in rest if _is_text(node)] == []


def _is_text(node: ast.stmt) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


@pytest.mark.parametrize("path", [*ANALYSIS, *PAGES], ids=lambda p: str(p.relative_to(REPO)))
def test_no_sentence_shown_claims_a_cause(path):
    assert [text for text in said(path) if CAUSAL.search(text)] == []


def test_the_word_list_catches_a_causal_sentence():
    assert CAUSAL.search("The drops led to less pain.")


@pytest.mark.parametrize("path", [*ANALYSIS, *PAGES], ids=lambda p: str(p.relative_to(REPO)))
def test_modules_can_be_read_in_one_sitting(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 300
