"""Where a graph is kept: Neo4j, or a folder with an engine in this process; both behind one interface."""

from .base import Changes, GraphStore, LoadReport, Row
from .embedded import open_embedded
from .neo4j import open_neo4j

__all__ = ["Changes", "GraphStore", "LoadReport", "Row", "open_embedded", "open_neo4j"]
