"""The list of rules has those that read words, and only those."""

from collections.abc import Iterator
from pathlib import Path

from ingest.claim import Claim, DirectiveClaim
from ingest.evaluate import document_of
from ingest.extract import extract
from ontology.pages import schemes

ROOT = Path(__file__).parents[2]
GOLDS = sorted((ROOT / "examples" / "gold").glob("*.yaml"))
MEANT = ("meetings", "decisions", "proposals", "positions", "implementations", "directives", "works")
LISTED = {one.notation for found in schemes() if found.iri.endswith("/rules") for one in found.concepts}


def fired(path: Path) -> Iterator[str]:
    found = extract(document_of(path))
    claims: list[Claim] = [one for kind in MEANT for one in getattr(found, kind)]
    claims += [one for claim in claims if isinstance(claim, DirectiveClaim) for one in claim.depends_on]
    yield from (shown.rule for claim in claims for shown in claim.evidence)


def test_every_rule_that_reads_the_specimens_is_explained() -> None:
    assert {rule for path in GOLDS for rule in fired(path)} - LISTED == set()


def test_every_rule_that_is_explained_stands_in_code_or_tables() -> None:
    sources = [path for kind in ("*.py", "*.csv") for path in (ROOT / "ingest").rglob(kind)]
    written = "\n".join(path.read_text(encoding="utf-8") for path in sources)
    assert [rule for rule in sorted(LISTED) if rule not in written] == []
