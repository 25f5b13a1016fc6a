"""What a check found to be wrong."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

MOST: Final = 10_000
"""So many warnings, and as many failures, are listed; of the others only the number is told."""


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One thing that is not as it should be: which check says so, where, what; a warning does not fail."""

    check: str
    where: str
    message: str
    warning: bool = False


@dataclass(slots=True)
class Findings:
    """What was found so far, each finding once; ``more`` counts those that are not listed, by ``warning``.

    >>> found = Findings()
    >>> found.add([Finding("spans", "b", "no"), Finding("spans", "a", "no"), Finding("spans", "b", "no")])
    >>> [one.where for one in found.listed], found.more
    (['a', 'b'], {})
    """

    more: dict[bool, int] = field(default_factory=dict)
    _listed: dict[bool, dict[Finding, None]] = field(default_factory=dict)

    @property
    def listed(self) -> tuple[Finding, ...]:
        """The findings, sorted."""
        return tuple(sorted(one for found in self._listed.values() for one in found))

    def add(self, findings: Iterable[Finding]) -> None:
        """Take in more findings."""
        for one in findings:
            listed = self._listed.setdefault(one.warning, {})
            if one not in listed and len(listed) >= MOST:
                self.more[one.warning] = self.more.get(one.warning, 0) + 1
            else:
                listed[one] = None


@dataclass(frozen=True, slots=True)
class Report:
    """How many things each check looked at, and what it found.

    ``more`` counts the findings that are not listed, failures under ``False`` and warnings under ``True``;
    ``unfinished`` says what is left to do where a build was stopped: that is no failure, and not in order.

    >>> stray = Finding("documents kept", "00ff", "is in no line of the journal", warning=True)
    >>> report = Report({"spans": 12}, (stray, Finding("spans", "2008STATE900001", "quotes other words")))
    >>> report.ok, [one.check for one in report.failures]
    (False, ['spans'])
    """

    checked: Mapping[str, int]
    findings: tuple[Finding, ...]
    more: Mapping[bool, int] = field(default_factory=dict)
    unfinished: str = ""

    @property
    def failures(self) -> tuple[Finding, ...]:
        """The findings that are no mere warnings."""
        return tuple(one for one in self.findings if not one.warning)

    @property
    def ok(self) -> bool:
        """Whether nothing failed, and nothing is left to do."""
        return not self.failures and not self.unfinished


@dataclass(frozen=True, slots=True)
class Audit:
    """The result of one check: how many things it looked at, under which words, and what it found."""

    what: str
    looked_at: int
    findings: tuple[Finding, ...]
    more: Mapping[bool, int] = field(default_factory=dict)
