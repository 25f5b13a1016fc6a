"""What can be looked up, as the API names it: types by their classes, things by the ends of IRIs."""

from dataclasses import dataclass
from typing import Final

from ontology.names import ID, REG
from queries.search.gather import KINDS
from queries.term import local


@dataclass(frozen=True, slots=True)
class Kind:
    """A type of things: its id in the API, its name, and what the index calls it."""

    id: str
    name: str
    stored: str
    said: str

    def told(self) -> dict[str, str]:
        """The type as a JSON object.

        >>> kind("Country").told()
        {'id': 'Country', 'name': 'Country', 'description': 'countries that documents name'}
        """
        return {"id": self.id, "name": self.name, "description": self.said}


_SAID: Final = {
    "document": "telegrams and other documents, held or only cited",
    "meeting": "plenaries and other meetings of regimes",
    "decision": "what a regime decided",
    "proposal": "what somebody put to a regime",
    "country": "countries that documents name",
    "post": "embassies, missions and departments that send telegrams",
    "regime": "export-control regimes",
    "topic": "what guidance is about",
}
ALL: Final = tuple(Kind(local(iri), local(iri), stored, _SAID[stored]) for iri, stored in KINDS)
BY_ID: Final = {one.id: one for one in ALL}
STORED: Final = {one.stored: one for one in ALL}


def kind(name: str) -> Kind | None:
    """The type of that id, also where it is given as an IRI.

    >>> kind(REG + "Meeting").stored, kind("meeting").id, kind("Q5") is None
    ('meeting', 'Meeting', True)
    """
    name = name.removeprefix(REG)
    return BY_ID.get(name) or STORED.get(name)


def shortened(iri: str) -> str:
    """The id of a thing: what follows the space of identifiers.

    >>> shortened(ID + "country/ARG")
    'country/ARG'
    """
    return iri.removeprefix(ID)


def full(name: str) -> str:
    """The IRI of a thing by its id; an IRI stays what it is.

    >>> full("country/ARG").removeprefix(ID), full(ID + "a/b") == ID + "a/b"
    ('country/ARG', True)
    """
    return name if name.startswith(ID) else ID + name
