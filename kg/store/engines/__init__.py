"""Engines: Neo4j over Bolt, and ArcadeDB in this process."""
