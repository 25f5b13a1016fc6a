"""The secret that who writes has to know: kept in a file that only its owner reads."""

import os
import secrets
from pathlib import Path

from queries.error import BadParameter


def token(file: Path | None, *, make: bool) -> tuple[str | None, bool]:
    """The token in a file, and whether it was made just now; without a file it lasts as long as the service.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     first, made = token(Path(folder) / "token", make=True)
    ...     again, anew = token(Path(folder) / "token", make=True)
    ...     oct((Path(folder) / "token").stat().st_mode)[-3:]
    '600'
    >>> made, anew, first == again, token(None, make=False)
    (True, False, True, (None, False))
    """
    if not make:
        return None, False
    if file is not None and file.exists():
        kept = file.read_text("utf-8").strip()
        if len(kept) < 16:
            raise BadParameter(f"{file} has no token of 16 characters or more: remove it, and one is made")
        return kept, False
    made = secrets.token_urlsafe(32)
    if file is not None:
        handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8") as opened:
            opened.write(made + "\n")
    return made, True
