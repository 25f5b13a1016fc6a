"""`compendium serve` as a process of its own, on a port that the system chooses."""

import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def served(*arguments: str) -> Iterator[tuple["subprocess.Popen[str]", list[str], str]]:
    """The process, the lines that it said, and where it is found."""
    command = [sys.executable, "-m", "compendium.cli", "serve", "--port", "0", *arguments]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    try:
        assert process.stdout is not None
        lines = [process.stdout.readline()]
        found = re.search(r"http://\S+", lines[0])
        assert found, (lines, process.stderr.read() if process.stderr else "")
        yield process, lines, found.group()
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(20)
