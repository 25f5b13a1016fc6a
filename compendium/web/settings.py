"""What a service is started with."""

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

from ontology.names import BASE
from queries.contain import Limits

LOOPBACK: Final = ("127.0.0.1", "localhost", "[::1]")


@dataclass(frozen=True, slots=True)
class Settings:
    """The store, where to listen, who may be named as host, and what a query may take.

    Without a *token* nothing can be written. *base* is that of the store's IRIs; what follows it is the path
    under which the service tells of a thing. Pages of *origins* may read what is served: none, as long as
    nobody says so, since a browser would let any page read what only this machine should.

    >>> Settings(Path("compendium.db")).allowed_hosts
    ('127.0.0.1', 'localhost', '[::1]')
    """

    store: Path
    base: str = BASE
    host: str = "127.0.0.1"
    port: int = 8765
    token: str | None = field(default=None, repr=False)
    allowed_hosts: tuple[str, ...] = LOOPBACK
    origins: tuple[str, ...] = ()
    workers: int = 2
    limits: Limits = field(default_factory=Limits)
    scratch: bool = False

    def at(self, port: int) -> "Settings":
        """The same on a port; a store without documents has its graphs below where it is found.

        >>> Settings(Path("plain"), scratch=True).at(8000).base
        'http://127.0.0.1:8000/'
        """
        found = replace(self, port=port)
        return replace(found, base=found.url) if self.scratch else found

    @property
    def url(self) -> str:
        """Where the service is found.

        >>> Settings(Path("compendium.db"), host="::1").url
        'http://[::1]:8765/'
        """
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"http://{host}:{self.port}/"
