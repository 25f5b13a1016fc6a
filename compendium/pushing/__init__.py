"""The graph sent to another store: named graph by named graph, in batches, and counted afterwards."""

from compendium.pushing.push import Sent, push
from compendium.pushing.record import Record
from compendium.pushing.target import Manners, Target

__all__ = ["Manners", "Record", "Sent", "Target", "push"]
