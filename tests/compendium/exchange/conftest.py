from pathlib import Path

import pytest

import compendium
from compendium.exchange.network import Network
from compendium.graph import KnowledgeGraph
from ingest.load import build
from ingest.tables.learn import knowledge

EXAMPLES = Path(__file__).parents[3] / "examples"


@pytest.fixture(scope="session")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The specimens of examples/ as a store on disk."""
    made = tmp_path_factory.mktemp("exchange") / "examples.db"
    build([EXAMPLES], made, knowledge=knowledge())
    return made


@pytest.fixture(scope="session")
def kg(store: Path) -> KnowledgeGraph:
    return compendium.open(store)


@pytest.fixture(scope="session")
def network(kg: KnowledgeGraph) -> Network:
    return kg.network()
