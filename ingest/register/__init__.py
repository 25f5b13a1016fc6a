"""What the telegrams of a corpus tell of others: which one a number means, and when it was sent."""

from ingest.register.interval import Interval
from ingest.register.register import Assumed, Facts, Register, register

__all__ = ["Assumed", "Facts", "Interval", "Register", "register"]
