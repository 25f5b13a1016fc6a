"""What this software and its graphs are called, under which licence, and how they are cited."""

from dataclasses import dataclass
from functools import cache
from importlib.metadata import metadata
from typing import Final

LICENCE: Final = "https://www.apache.org/licenses/LICENSE-2.0"
CREATOR: Final = "Compendium contributors"
RIGHTS: Final = (
    "The graph's own statements are under the licence named here. The words of documents are their authors';"
    " links to other datasets name their sources, each with its licence."
)
PROVENANCE: Final = (
    "Derived by named rules from the documents that the store keeps: each statement of a document has the"
    " words that support it, where they stand, and the rule that read them. Tables name their sources."
)


@dataclass(frozen=True, slots=True)
class About:
    """Title, one sentence, version and keywords.

    >>> about().title, about().version[0].isdigit()
    ('Compendium', True)
    >>> about().citation
    'Compendium contributors. Compendium, version ...'
    """

    title: str
    summary: str
    version: str
    keywords: tuple[str, ...]

    @property
    def citation(self) -> str:
        """How it is cited."""
        return f"{CREATOR}. {self.title}, version {self.version}. {self.summary}"


@cache
def about() -> About:
    """What the installed package says of itself.

    >>> "rdf" in about().keywords
    True
    """
    told = metadata("compendium-kg")
    keywords = tuple(
        one.strip() for one in ",".join(told.get_all("Keywords") or []).split(",") if one.strip()
    )
    return About("Compendium", told["Summary"], told["Version"], keywords)
