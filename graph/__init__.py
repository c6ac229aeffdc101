"""Facts in memory: identity, time, reasoning over dependencies; stores and exports below."""
