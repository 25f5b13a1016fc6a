"""The shapes of the ontology held against a graph, without a copy of it."""
