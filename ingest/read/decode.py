"""Bytes to text, each line in UTF-8 or else in the code page that old exports mix in."""

from typing import Final

BOM: Final = b"\xef\xbb\xbf"
_FALLBACK: Final = "cp1252"


def decode(data: bytes) -> tuple[str, tuple[str, ...]]:
    r"""The text without a leading byte-order mark, and the encodings that its lines needed, in order of use.

    The five bytes that code page 1252 leaves undefined become the control characters of the same number.

    >>> decode(b"caf\xe9\ncaf\xc3\xa9")
    ('café\ncafé', ('cp1252', 'utf-8'))
    """
    data = data.removeprefix(BOM)
    try:
        return data.decode("utf-8"), ("utf-8",)
    except UnicodeDecodeError:
        read = [_line(line) for line in data.splitlines(keepends=True)]
    used = dict.fromkeys(encoding for text, encoding in read if not text.isascii())
    return "".join(text for text, _ in read), tuple(used)


def _line(line: bytes) -> tuple[str, str]:
    try:
        return line.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        return "".join(_character(line[i : i + 1]) for i in range(len(line))), _FALLBACK


def _character(byte: bytes) -> str:
    try:
        return byte.decode(_FALLBACK)
    except UnicodeDecodeError:
        return byte.decode("latin-1")
