"""What a worker gives up before it reads a query: the network, core files, and life without its parent."""

import contextlib
import ctypes
import os
import resource
import signal
import socket
import sys
from functools import cache
from typing import Final

from queries.contain.filter import filtered

_NEW_NETWORK: Final = 0x40000000
_NEW_USER: Final = 0x10000000
_DEATH_SIGNAL: Final = 1
_ELSEWHERE: Final = (("127.0.0.1", 9), ("192.0.2.1", 9))


def seal() -> bool:
    """True where this process has no network any more; it cannot get it back. For processes of one thread.

    It goes to a network of its own that leads nowhere, and the kernel refuses to open a line to any other.
    Either is enough; containers often forbid the first.

    >>> callable(seal)  # it is for ever: the worker calls it
    True
    """
    if sys.platform != "linux":
        return False
    libc = ctypes.CDLL(None, use_errno=True)
    parted = libc.unshare(_NEW_NETWORK) == 0 or libc.unshare(_NEW_USER | _NEW_NETWORK) == 0
    refused = filtered()
    return (parted or refused) and not any(map(_reached, _ELSEWHERE))


def _reached(place: tuple[str, int]) -> bool:
    """Whether there is a way to a place; nothing is sent to it."""
    try:
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as line:
            line.connect(place)
    except OSError:
        return False
    return True


def follow(parent: int) -> None:
    """End when the parent ends, however it does; a terminal's interrupt is the parent's to answer.

    >>> callable(follow)
    True
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_DEATH_SIGNAL, signal.SIGKILL, 0, 0, 0)
    if os.getppid() != parent:
        os._exit(0)
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def confine(memory: int) -> None:
    """Let this process grow by so many bytes of address space and no further.

    >>> callable(confine)
    True
    """
    used = occupied()[0]
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    if used:
        resource.setrlimit(resource.RLIMIT_AS, (used + memory, hard))


def occupied() -> tuple[int, int]:
    """Bytes of address space of this process, and bytes that it alone holds; zeros where nothing tells.

    >>> occupied() >= (0, 0)
    True
    """
    told = _kept_open()
    if told is None:
        return 0, 0
    space, resident, shared = map(int, os.pread(told, 100, 0).split()[:3])
    page = resource.getpagesize()
    return space * page, (resident - shared) * page


@cache
def _kept_open() -> int | None:
    """Where the kernel tells of this process."""
    try:
        return os.open("/proc/self/statm", os.O_RDONLY | os.O_CLOEXEC)
    except OSError:
        return None
