"""Graph stores: Neo4j and the embedded one, behind one small interface."""
