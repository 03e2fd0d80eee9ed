"""The app opened on a page, and what it says there."""

from pathlib import Path

from streamlit.testing.v1 import AppTest

FRAME = Path(__file__).resolve().parents[2] / "pages" / "frame.py"
SAYING = ("title", "header", "markdown", "caption", "info", "warning", "error", "metric")


def first_visit() -> AppTest:
    """Return the app as a first visitor meets it."""
    return AppTest.from_file(str(FRAME), default_timeout=60).run()


def show(app: AppTest, name: str) -> AppTest:
    """Go to a page, which may not fail."""
    app.switch_page(f"{name}.py").run()
    assert not app.exception, app.exception
    return app


def texts(app: AppTest) -> str:
    """Return everything that the page says in words."""
    return "\n".join(str(e.value) for kind in SAYING for e in getattr(app, kind))


def open_all(app: AppTest) -> AppTest:
    """Open every folded section, those inside others too."""
    known: set[str] = set()
    while keys := {_key(box) for box in app.expander} - known:
        known |= keys
        for key in known:
            app.session_state[key] = True
        app.run()
        assert not app.exception, app.exception
    return app


def _key(box) -> str:
    """Return the session key of a folded section: what stands after its own number."""
    return box.proto.id.split("-", 2)[2]
