"""What kinds of thing there are, and what is known: the ontology and the curated registry."""
