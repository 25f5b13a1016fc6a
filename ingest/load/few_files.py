"""How many files a database keeps open, which it tells from what the process may have when it is opened."""

import os
import resource
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def few_files(most: int) -> Iterator[None]:
    """In the block this process may open no more than so many files besides those that are open.

    >>> before = resource.getrlimit(resource.RLIMIT_NOFILE)
    >>> with few_files(100):
    ...     within = resource.getrlimit(resource.RLIMIT_NOFILE)[0] <= 100 + len(os.listdir("/dev/fd"))
    >>> within, resource.getrlimit(resource.RLIMIT_NOFILE) == before
    (True, True)
    """
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    # the limit is of numbers of files, which are given from below
    free = os.open(os.devnull, os.O_RDONLY)
    os.close(free)
    if soft == resource.RLIM_INFINITY or soft > free + most:
        resource.setrlimit(resource.RLIMIT_NOFILE, (free + most, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
