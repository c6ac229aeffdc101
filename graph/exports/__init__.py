"""Files that carry the facts to other tools, and read back to the same facts."""
