"""What can go wrong with a store, one class for each thing that its user can do about it."""

from pathlib import Path


class StoreError(Exception):
    """Something about a store; the message says what to do next."""


class Busy(StoreError):  # noqa: N818
    """Another process is writing: wait for it, or stop it."""

    def __init__(self, store: Path) -> None:
        super().__init__(f"{store} is being written by another process; wait until it has finished")


class NoStore(StoreError):  # noqa: N818
    """There is no store: build one, or name another."""

    def __init__(self, store: Path) -> None:
        super().__init__(f"{store} is not a store; build one with: compendium build FILE... --store {store}")


class NoSpace(StoreError):  # noqa: N818
    """The disk is too full to begin: free some space."""

    def __init__(self, store: Path, *, free: int, needed: int) -> None:
        super().__init__(
            f"{store} needs {needed:,} bytes to go on and its disk has {free:,}; free some space"
        )


class Damaged(StoreError):  # noqa: N818
    """What the store keeps has been changed from outside: bring it back from a copy."""


class TooNew(StoreError):  # noqa: N818
    """A later version of the program wrote the store: use that version."""
