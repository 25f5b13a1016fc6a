"""Files that are no files."""

import os
from pathlib import Path

import pytest

from ingest.read import Refused, read


def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    pipe = tmp_path / "cable.txt"
    os.mkfifo(pipe)
    with pytest.raises(Refused) as caught:
        read(pipe)
    assert caught.value.code == "unreadable"
