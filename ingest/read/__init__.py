"""Documents in: bytes are checked, decoded and otherwise left as they came."""

from typing import TYPE_CHECKING

from ingest.read.refusal import Refused

if TYPE_CHECKING:
    from ingest.read.file import documents, documents_of, read, read_bytes

__all__ = ["Refused", "documents", "documents_of", "read", "read_bytes"]


def __getattr__(name: str) -> object:
    # the readers of all forms take long to import, and whoever looks at a store or is refused needs none
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from ingest.read import file

    found: object = getattr(file, name)
    return found
