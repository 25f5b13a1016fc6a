"""A store for programs that speak the Model Context Protocol: read-only, bounded, with sources."""

from compendium.mcp.source import Source

__all__ = ["Source"]
