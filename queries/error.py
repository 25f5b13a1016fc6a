"""What can go wrong with a question, one class for each thing that the caller can do about it."""


class Fault(Exception):  # noqa: N818 - its kinds are named for what happened
    """Anything that this package refuses; the message says what would have been accepted."""


class NoStore(Fault):
    """There is no store at that place: build one, or name another."""


class BrokenQuery(Fault):
    """A query or question file that cannot be read; ``line`` and ``column`` count from 1."""

    def __init__(self, message: str, *, file: str = "query", line: int = 1, column: int = 1) -> None:
        super().__init__(f"{file}:{line}:{column}: {message}")
        self.file, self.line, self.column = file, line, column


class Refused(Fault):
    """A query that reads is welcome; this one writes, calls out, or is too deep to run safely.

    ``cap`` names the limit or the word that it meets, at ``line`` and ``column``, which count from 1.
    """

    def __init__(self, message: str, *, cap: str = "", line: int = 1, column: int = 1) -> None:
        super().__init__(message)
        self.cap, self.line, self.column = cap, line, column


class Contained(Fault):
    """A query that was stopped before its answer was whole; ``cap`` names what stopped it."""

    cap = ""


class TookTooLong(Contained):
    """The query ran to the end of its time."""

    cap = "seconds"


class OutOfMemory(Contained):
    """The query needed more memory than a query may have."""

    cap = "memory"


class TooLarge(Contained):
    """The answer is longer, or has more rows, than an answer may have; a cut one would look whole."""

    cap = "answer_bytes"

    def __init__(self, message: str, *, cap: str = "answer_bytes") -> None:
        super().__init__(message)
        self.cap = cap


class Busy(Contained):
    """All workers are taken: try again after ``wait`` seconds."""

    cap = "workers"

    def __init__(self, message: str, *, wait: float = 1.0) -> None:
        super().__init__(message)
        self.wait = wait


class Crowding(Busy):
    """One client takes more than its share: wait until what it asked has ended."""

    cap = "client"


class Unreadable(Contained):
    """The engine cannot read the store; ``why`` is for who keeps it, as it names places, not for who asks."""

    cap = "store"

    def __init__(self, why: str, *, told: str = "") -> None:
        super().__init__(told or "the store cannot be read; the log of the service says why")
        self.why = why


class Unwritten(Unreadable):
    """The store could not be written: another process writes to it, or its disk is full."""


class WorkerLost(Contained):
    """The process that ran the query ended without an answer."""

    cap = "worker"


class BadParameter(Fault):
    """A parameter is missing, unknown or not of its type."""


class RemoteFailure(Fault):
    """The endpoint did not answer in time, or not with a result: try again, or ask for less.

    ``passing``: the same may work later, after ``wait`` seconds where the endpoint says so. ``large``: the
    answer was too long. ``absent``: there was no answer at all.
    """

    def __init__(
        self,
        message: str,
        *,
        passing: bool = False,
        wait: float | None = None,
        large: bool = False,
        absent: bool = False,
    ) -> None:
        super().__init__(message)
        self.passing, self.wait, self.large, self.absent = passing, wait, large, absent


class NotUnderstood(Fault):
    """No question of the catalogue fits; ``nearest`` are those that come closest, each with an example."""

    def __init__(self, message: str, *, nearest: tuple[str, ...] = ()) -> None:
        super().__init__(message)
        self.nearest = nearest


class Ambiguous(Fault):
    """Two readings fit about equally well; ``choices`` are the ways to say which one is meant."""

    def __init__(self, message: str, *, choices: tuple[str, ...]) -> None:
        super().__init__(message)
        self.choices = choices
