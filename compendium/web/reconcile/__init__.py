"""``/reconcile``: the Reconciliation API 0.2, by which OpenRefine joins tables to this graph."""

from compendium.web.reconcile.route import routes

__all__ = ["routes"]
