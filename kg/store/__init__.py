"""Stores of the graph: one interface, an embedded engine and Neo4j."""
