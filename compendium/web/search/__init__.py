"""``/search``: the words of passages, as a page for people and as JSON for programs."""

from compendium.web.search.route import routes

__all__ = ["routes"]
