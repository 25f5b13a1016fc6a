"""Queries of people whom nobody knows, each in a process that can be thrown away.

The engine has no clock, and a query of five kilobytes can end the process that parses it. So it runs where
nothing is lost with it: a worker on a snapshot, with a limit of memory and of time, and without a network.
"""

from queries.contain.asked import Asked, Told
from queries.contain.limits import Limits
from queries.contain.pool import Pool

__all__ = ["Asked", "Limits", "Pool", "Told"]
