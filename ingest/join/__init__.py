"""One node for what several documents name: decisions, proposals, and meetings that no table has."""
