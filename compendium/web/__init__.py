"""The service: SPARQL, linked data, pages, search and reconciliation over one store, on one port."""
