"""Which blocks of a page are its document, and why the others are not."""

from collections.abc import Sequence
from typing import Final

from ingest.pattern import pattern
from ingest.read.html.blocks import Block
from ingest.read.html.elements import elements
from ingest.read.html.told import Told

_SIGN: Final = pattern(
    "html-telegram-sign",
    r"(?m)^[\s>]*(?:FM\s+\S|TO\s+[A-Z]{3}|INFO\s+[A-Z]{3}|SUBJECT\s*:|SUBJ\s*:|TAGS\s*:?\s|E\.?\s?O\.?\s?1\d{4}|REFS?\s*:"
    r"|REFTELS?\s*:|BT\s*$|VZCZC|DE\s+RU|[ZOPR]\s+\d{6}Z|SIPDIS|CLASSIFIED BY)",
    example="FM SECSTATE WASHDC",
)
_ENOUGH: Final = 3
"""So many signs of a header make a telegram."""
_PROSE: Final = 18
"""Words from which on a block is a paragraph."""
_LINKS: Final = 0.6
"""The share of a short block that is links from which on it leads somewhere else."""
_NEAR: Final = 2
"""So many short blocks behind the last paragraph may sign or date it."""


def choose(blocks: Sequence[Block], told: Told) -> tuple[str | None, ...]:
    """For each block why it is left out, ``None`` where it is kept; rather than none, all are kept.

    >>> from ingest.read.html.blocks import layout
    >>> from ingest.read.html.tokens import tokens
    >>> page = "<p>Read our guide to these pages.</p><pre>FM POST\\nTO DEPT\\nSUBJECT: A\\n</pre><p>Share</p>"
    >>> choose(layout(page, tokens(page)).blocks, {})
    ('page', None, 'page')
    """
    telegram = [index for index, block in enumerate(blocks) if _signs(block) and block.apart is None]
    signs = sum(_signs(blocks[index]) for index in telegram)
    first = telegram[0] if signs >= _ENOUGH else None
    chosen = _message(blocks, first) if first is not None else _article(blocks)
    reasons = [block.apart if chosen[i] or block.apart else "page" for i, block in enumerate(blocks)]
    for index in told:
        reasons[index] = None
    if any(reason is None and index not in told for index, reason in enumerate(reasons)):
        return tuple(reasons)
    return tuple(None if reason != "page-title" else reason for reason in reasons)


def _signs(block: Block) -> int:
    return sum(1 for _ in _SIGN.finditer(block.text)) if len(block.text) < 5_000_000 else 0


def keep_lines(blocks: Sequence[Block]) -> None:
    """Let blocks whose own line ends part the lines of a telegram keep them, whatever element they stand in.

    >>> from ingest.read.html.blocks import layout
    >>> from ingest.read.html.tokens import tokens
    >>> page = "<div>FM POST\\nTO DEPT\\nSUBJECT: A</div>"
    >>> blocks = layout(page, tokens(page)).blocks
    >>> keep_lines(blocks), blocks[0].preformatted
    (None, True)
    """
    for block in blocks:
        if not block.preformatted and block.breaks * 2 < block.text.count("\n"):
            block.preformatted = _signs(block) >= _ENOUGH


def _message(blocks: Sequence[Block], first: int) -> list[bool]:
    """The blocks of a telegram, from its first lines to its last paragraph or preformatted block."""
    while first and blocks[first - 1].preformatted and blocks[first - 1].apart is None:
        first -= 1
    set_apart = [i for i in range(first, len(blocks)) if blocks[i].preformatted and blocks[i].apart is None]
    last = set_apart[-1] if set_apart else first
    body = sum(blocks[i].words for i in set_apart)
    behind = [i for i in range(last + 1, len(blocks)) if _is_prose(blocks[i])]
    if sum(blocks[i].words for i in behind) > body:
        last = behind[-1]
        while last + 1 < len(blocks) and blocks[last + 1].apart is None and not _leads_away(blocks[last + 1]):
            last += 1
    elif not set_apart:
        last = len(blocks) - 1
    return [first <= i <= last and not _leads_away(block) for i, block in enumerate(blocks)]


def _article(blocks: Sequence[Block]) -> list[bool]:
    """The blocks of a text: from the heading above its first paragraph to what signs its last."""
    prose = [i for i, block in enumerate(blocks) if _is_prose(block)]
    inside = [i for i in prose if blocks[i].content]
    marked = sum(blocks[i].words for i in inside) * 2 > sum(blocks[i].words for i in prose)
    prose = inside if marked else prose
    if not prose:
        return [block.apart is None and not _leads_away(block) for block in blocks]
    headings = [
        i for i in range(prose[0]) if blocks[i].element in elements().headings and blocks[i].apart is None
    ]
    first = headings[0] if headings else _above(blocks, prose[0])
    last = min(prose[-1] + _NEAR, len(blocks) - 1)
    kept = [first <= i <= last and not _leads_away(block) for i, block in enumerate(blocks)]
    return [k and (blocks[i].content or not marked) for i, k in enumerate(kept)] if marked else kept


def _above(blocks: Sequence[Block], first: int) -> int:
    while first and blocks[first - 1].apart is None and not _leads_away(blocks[first - 1]):
        first -= 1
    return first


def _is_prose(block: Block) -> bool:
    return block.apart is None and block.words >= _PROSE and not _leads_away(block)


def _leads_away(block: Block) -> bool:
    return block.words < _PROSE * 2 and block.linked > _LINKS * max(len(block.text.strip()), 1)
