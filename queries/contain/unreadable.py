"""Whether it is the store that failed, and not what was asked of it: the engine has one error for both."""

from typing import Final

_DISK: Final = ("IO error", "Corruption", "Shutdown in progress")
"""With these words the engine's storage begins what it says; a query has none of them."""

_CALLS: Final = (PermissionError, ConnectionError, TimeoutError)
"""With these the kernel answers a process that calls a network which it does not have."""


def unreadable(error: Exception) -> bool:
    """Whether an error is one of the disk or of the files on it.

    A query that calls another machine has an error of the system too, which is no fault of the store.

    >>> unreadable(OSError(5, "Input/output error")), unreadable(RuntimeError("Corruption: bad block"))
    (True, True)
    >>> unreadable(PermissionError("Permission denied (os error 13)"))
    False
    >>> unreadable(RuntimeError("The custom function <urn:f> is not supported"))
    False
    """
    return on_disk(error) or (isinstance(error, OSError) and not isinstance(error, _CALLS))


def on_disk(error: Exception) -> bool:
    """Whether the engine's storage says so itself, and not a network.

    >>> on_disk(RuntimeError("IO error: No space left on device")), on_disk(OSError("no route to host"))
    (True, False)
    """
    return str(error).startswith(_DISK)
