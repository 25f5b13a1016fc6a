"""What a service is started with."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from ontology.names import BASE
from queries.contain import Limits

LOOPBACK: Final = ("127.0.0.1", "localhost", "[::1]")


@dataclass(frozen=True, slots=True)
class Settings:
    """The store, where to listen, who may be named as host, and what a query may take.

    Without a *token* nothing can be written. *base* is that of the store's IRIs; what follows it is the path
    under which the service tells of a thing.

    >>> Settings(Path("compendium.db")).allowed_hosts
    ('127.0.0.1', 'localhost', '[::1]')
    """

    store: Path
    base: str = BASE
    host: str = "127.0.0.1"
    port: int = 8765
    token: str | None = field(default=None, repr=False)
    allowed_hosts: tuple[str, ...] = LOOPBACK
    workers: int = 2
    limits: Limits = field(default_factory=Limits)

    @property
    def url(self) -> str:
        """Where the service is found.

        >>> Settings(Path("compendium.db"), host="::1").url
        'http://[::1]:8765/'
        """
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"http://{host}:{self.port}/"
