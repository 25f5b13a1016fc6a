"""Where the shared inputs lie: the seed, its gold and the public-domain corpora."""

import os
from pathlib import Path

import pytest

SHARED = Path(os.environ.get("COMPENDIUM_SHARED", Path(__file__).resolve().parents[2] / "shared"))


def shared(name: str) -> Path:
    """The path of a shared file or folder; skips the test where it is absent."""
    path = SHARED / name
    if not path.exists():
        pytest.skip(f"{path} is not there: set COMPENDIUM_SHARED to the folder that has {name}")
    return path
