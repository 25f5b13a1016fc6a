"""What the parts of the service share."""

from dataclasses import dataclass, field

from compendium.web.settings import Settings
from compendium.web.state import State
from queries.contain import Pool


@dataclass(frozen=True, slots=True)
class Context:
    """The settings, the pool that runs every query, and what of the store its queries see.

    >>> from tests.web.served import context
    >>> context().pool.query("ASK { ?d a reg:Cable }").boolean
    True
    """

    settings: Settings
    pool: Pool
    state: State = field(default_factory=State)
