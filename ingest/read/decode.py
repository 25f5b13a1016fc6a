"""Bytes to text, each line in UTF-8 or else in the code page that old exports mix in."""

from typing import Final

BOM: Final = b"\xef\xbb\xbf"
UTF16: Final = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}
_FALLBACK: Final = "cp1252"


def decode(data: bytes, *, mark: bool = True) -> tuple[str, tuple[str, ...]]:
    r"""The text without a leading byte-order mark, and the encodings that its lines needed, in order of use.

    The five bytes that code page 1252 leaves undefined become the control characters of the same number.
    Without *mark*, the bytes are no beginning of a file and have none.

    >>> decode(b"caf\xe9\ncaf\xc3\xa9")
    ('café\ncafé', ('cp1252', 'utf-8'))
    >>> decode("café".encode("utf-16"))
    ('café', ('utf-16-le',))
    """
    if mark and data[:2] in UTF16:
        return data[2:].decode(UTF16[data[:2]], "replace"), (UTF16[data[:2]],)
    data = data.removeprefix(BOM) if mark else data
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
