"""Calls to the system that a worker never makes: the kernel refuses them, whoever makes it try.

This holds where a process may not leave the network for one of its own, as in most containers.
"""

import ctypes
import errno
import platform
import struct
from typing import Final

_CALLS: Final = {
    # name of the machine: its number, then socket, connect, bind, execve, execveat, ptrace, io_uring_setup
    "x86_64": (0xC000003E, (41, 42, 49, 59, 322, 101, 425)),
    "aarch64": (0xC00000B7, (198, 203, 200, 221, 281, 117, 425)),
}
_LOAD, _IF_EQUAL, _IF_ABOVE, _RETURN = 0x20, 0x15, 0x35, 0x06
_NUMBER, _MACHINE = 0, 4
_FOREIGN: Final = 0x40000000
"""Calls from here on are those of another interface of the same machine."""
_ALLOW, _REFUSE = 0x7FFF0000, 0x00050000 | errno.EACCES
_NO_NEW_PRIVILEGES, _SECCOMP, _BY_FILTER = 38, 22, 2


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("filter", ctypes.c_char_p))


def instructions(machine: str) -> bytes:
    """The filter as the kernel reads it, eight bytes an instruction; none for a machine that is not known.

    >>> len(instructions("x86_64")) // 8, instructions("vax")
    (13, b'')
    """
    if machine not in _CALLS:
        return b""
    number, refused = _CALLS[machine]
    left = len(refused) + 1  # instructions that a jump to the last one passes over
    made = [
        (_LOAD, 0, 0, _MACHINE),
        (_IF_EQUAL, 0, left + 2, number),
        (_LOAD, 0, 0, _NUMBER),
        (_IF_ABOVE, left, 0, _FOREIGN),
        *((_IF_EQUAL, left - 1 - at, 0, call) for at, call in enumerate(refused)),
        (_RETURN, 0, 0, _ALLOW),
        (_RETURN, 0, 0, _REFUSE),
    ]
    return b"".join(struct.pack("=HBBI", *one) for one in made)


def filtered() -> bool:
    """True where the kernel refuses these calls to this process from now on, and to all that it starts.

    >>> callable(filtered)  # it is for ever: a worker calls it
    True
    """
    program = instructions(platform.machine())
    if not program:
        return False
    libc = ctypes.CDLL(None)
    told = _Program(len(program) // 8, program)
    one, nothing = ctypes.c_ulong(1), ctypes.c_ulong(0)
    if libc.prctl(_NO_NEW_PRIVILEGES, one, nothing, nothing, nothing):
        return False
    by = ctypes.c_ulong(_BY_FILTER)
    return bool(libc.prctl(_SECCOMP, by, ctypes.byref(told), nothing, nothing) == 0)
