"""The specimens, built into a store and served by a process of its own: what other programs talk to."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from ingest.load import build
from ingest.tables import knowledge
from ontology.names import OWN_GRAPHS
from queries import Reader, open_reader
from tests.web.serving.process import served

EXAMPLES = Path(__file__).parents[3] / "examples"


@dataclass(frozen=True, slots=True)
class Service:
    """Where the service is, what lets one write to it, and its store as the library reads it."""

    url: str
    token: str
    reader: Reader

    @property
    def sparql(self) -> str:
        return f"{self.url}sparql"

    @property
    def bearer(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.token}"}

    def own(self, name: str) -> str:
        return OWN_GRAPHS + name


@pytest.fixture(scope="session")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    folder = tmp_path_factory.mktemp("specimens")
    build([EXAMPLES], folder / "db", knowledge=knowledge())
    file = folder / "token"
    with served("--store", str(folder / "db"), "--token-file", str(file)) as (process, _, place):
        assert process.stdout is not None
        yield Service(place, process.stdout.readline().split()[-1], open_reader(folder / "db"))
