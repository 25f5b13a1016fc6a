"""Taking a document out of its container: each character of the source is kept, or dropped with a reason."""

from dataclasses import dataclass, field

from ingest.document import Dropped, Role, Segment, Span


@dataclass(slots=True)
class Unwrapping:
    r"""The text of a document as it grows out of ``source``, from left to right.

    >>> made = Unwrapping("<p>Fish &amp; chips</p>")
    >>> made.drop("markup", 0, 3), made.keep(3, 8), made.put("&", 8, 13), made.keep(13, 19)
    (None, None, None, None)
    >>> made.role("body", 0), made.drop("markup", 19, 23)
    (None, None)
    >>> made.text, [(one.span.end, one.source.end) for one in made.origin], made.dropped
    ('Fish & chips', [(5, 8), (6, 13), (12, 19)], (Dropped(reason='markup', characters=7),))
    >>> made.at, made.since(7), made.roles[0].span, made.missing
    (12, 'chips', Span(start=0, end=12), 0)
    """

    source: str
    at: int = 0
    """The length of the text so far."""
    _parts: list[str] = field(default_factory=list)
    _origin: list[tuple[int, int, int, int]] = field(default_factory=list)
    _dropped: dict[str, int] = field(default_factory=dict)
    _roles: list[Role] = field(default_factory=list)

    def keep(self, start: int, end: int) -> None:
        """Take characters of the source as they are."""
        if end <= start:
            return
        last = self._origin[-1] if self._origin else None
        self._parts.append(self.source[start:end])
        if last is not None and last[3] == start and last[1] - last[0] == last[3] - last[2]:
            self._origin[-1] = (last[0], last[1] + end - start, last[2], end)
        else:
            self._origin.append((self.at, self.at + end - start, start, end))
        self.at += end - start

    def put(self, text: str, start: int, end: int) -> None:
        """Take characters of the source as *text*, which they stand for."""
        if text == self.source[start:end]:
            self.keep(start, end)
        elif text:
            self._parts.append(text)
            self._origin.append((self.at, self.at + len(text), start, end))
            self.at += len(text)
        else:
            self.drop("layout", start, end)

    def drop(self, reason: str, start: int, end: int) -> None:
        """Leave characters of the source out."""
        if end > start:
            self._dropped[reason] = self._dropped.get(reason, 0) + end - start

    def role(self, role: str, start: int, *, name: str | None = None, value: str | None = None) -> None:
        """What the text from *start* on is, as the container tells."""
        if self.at > start:
            self._roles.append(Role(role, Span(start, self.at), name, value))

    def since(self, start: int) -> str:
        """The last of the text, from *start* on."""
        parts: list[str] = []
        size = self.at - start
        for part in reversed(self._parts):
            if size <= 0:
                break
            parts.append(part[-size:])
            size -= len(part)
        return "".join(reversed(parts))

    @property
    def text(self) -> str:
        """The text."""
        return "".join(self._parts)

    @property
    def origin(self) -> tuple[Segment, ...]:
        """Where the characters of the text stand in the source, in order."""
        return tuple(Segment(Span(a, b), Span(c, d)) for a, b, c, d in self._origin)

    @property
    def dropped(self) -> tuple[Dropped, ...]:
        """How many characters were left out, by reason."""
        return tuple(Dropped(reason, self._dropped[reason]) for reason in sorted(self._dropped))

    @property
    def roles(self) -> tuple[Role, ...]:
        """What stretches of the text are, in order."""
        return tuple(sorted(self._roles, key=lambda one: (one.span, one.role)))

    @property
    def missing(self) -> int:
        """How many characters of the source are neither kept nor dropped: none, when all is taken."""
        return len(self.source) - sum(d - c for _, _, c, d in self._origin) - sum(self._dropped.values())
