"""What a check found to be wrong."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One thing that is not as it should be: which check says so, where, what; a warning does not fail."""

    check: str
    where: str
    message: str
    warning: bool = False


@dataclass(frozen=True, slots=True)
class Report:
    """How many things each check looked at, and what it found.

    >>> stray = Finding("documents kept", "00ff", "is in no line of the journal", warning=True)
    >>> report = Report({"spans": 12}, (stray, Finding("spans", "2008STATE900001", "quotes other words")))
    >>> report.ok, [one.check for one in report.failures]
    (False, ['spans'])
    """

    checked: Mapping[str, int]
    findings: tuple[Finding, ...]

    @property
    def failures(self) -> tuple[Finding, ...]:
        """The findings that are no mere warnings."""
        return tuple(one for one in self.findings if not one.warning)

    @property
    def ok(self) -> bool:
        """Whether nothing failed."""
        return not self.failures


@dataclass(frozen=True, slots=True)
class Audit:
    """The result of one check: how many things it looked at, under which words, and what it found."""

    what: str
    looked_at: int
    findings: tuple[Finding, ...]
