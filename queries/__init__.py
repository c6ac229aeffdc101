"""The catalogue of questions: each a Cypher and a SPARQL query with a header, and a reference in Python."""
