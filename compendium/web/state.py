"""Which state of a store is served: what a client has of another state is out of date."""

from dataclasses import dataclass

from queries.state import state

__all__ = ["State", "state"]


@dataclass(slots=True)
class State:
    """A short name of the state that queries see; empty where none is known.

    >>> State().tag
    ''
    """

    tag: str = ""
