"""What all tests share: where the examples and, where present, the real files are."""

from pathlib import Path

import pytest

collect_ignore = ["bench"]  # timings need packages that tests do not

REPO = Path(__file__).resolve().parents[1]
REAL = REPO.parent / "shared" / "real"


@pytest.fixture
def real():
    """Return a function that gives the path of a real file, or skips where it is absent."""

    def path_of(name: str) -> Path:
        path = REAL / name
        if not path.exists():
            pytest.skip(f"the real file {name} is not beside the checkout")
        return path

    return path_of


@pytest.fixture
def examples() -> Path:
    """Return the folder of the simulated logs."""
    return REPO / "data" / "examples"
