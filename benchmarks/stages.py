"""Documents and characters per second, stage by stage, on one core: where the time goes.

Run ``python -m benchmarks.stages [COUNT]``. The peer of each stage is one pass of one compiled pattern of the
standard library over the same text. CPU time; the median of three runs.
"""

import re
import sys

from benchmarks.corpus import cables
from benchmarks.measure import peak, speed, table
from ingest.annotate import annotate
from ingest.document import Document, folded
from ingest.parse import parse
from ingest.parse.citing import correspondents
from ingest.parse.header.header import head
from ingest.parse.listing.references import references
from ingest.parse.text.lines import lines
from ingest.parse.text.posts import posts_of
from ingest.read import read_bytes
from ingest.resolve import resolve
from ingest.state import stated
from ingest.tables import knowledge


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 300
    known = knowledge()
    texts = list(cables(count))
    size = sum(map(len, texts))
    raw = [(text.encode(), f"{place}.txt") for place, text in enumerate(texts)]
    documents = [read_bytes(*one) for one in raw]
    parsed = [parse(one, known) for one in documents]
    found = [(one, annotate(one, known)) for one in parsed]
    said = [resolve(one, mentions, known) for one, mentions in found]

    def above(document: Document) -> object:
        """The header and the references of a document, and nothing of its body."""
        text = folded(document.text)
        body = lines(text)
        top = head(text, body, known)
        who = correspondents(top.header, posts_of(known.posts), None)
        return references(text, body, top.fields, top.limit, known, year=2008, own=None, between=who)

    word = re.compile(r"\b[A-Z]\w+")
    measured = (
        ("one pattern (peer)", speed(lambda one: sum(1 for _ in word.finditer(one)), texts, size)),
        ("read", speed(lambda one: read_bytes(*one), raw, size)),
        ("parse: header, references, passages", speed(lambda one: parse(one, known), documents, size)),
        ("annotate", speed(lambda one: annotate(one, known), parsed, size)),
        ("resolve", speed(lambda one: resolve(one[0], one[1], known), found, size)),
        ("state, as lines of N-Quads", speed(lambda one: stated(one, known), said, size)),
    )
    whole = sum(one.seconds for _, one in measured[1:])
    top = speed(above, documents, size)
    rows = [
        (
            name,
            f"{one.documents_per_second:,.0f}",
            f"{one.megabytes_per_second:.2f}",
            f"{1000 * one.seconds / count:.2f}",
            "" if not place else f"{one.seconds / whole:.0%}",
        )
        for place, (name, one) in enumerate(measured)
    ]
    part = (
        f"{top.documents_per_second:,.0f}",
        f"{top.megabytes_per_second:.2f}",
        f"{1000 * top.seconds / count:.2f}",
    )
    rows.insert(3, ("of it: header and references", *part, ""))
    total = (f"{count / whole:,.0f}", f"{size / whole / 1e6:.2f}", f"{1000 * whole / count:.2f}", "100%")
    print(f"{count} made-up cables, {size / count:,.0f} characters each; peak memory {peak():,.0f} MB\n")
    print(table(("stage", "documents/s", "MB/s", "ms a document", "share"), [*rows, ("everything", *total)]))


if __name__ == "__main__":
    main()
