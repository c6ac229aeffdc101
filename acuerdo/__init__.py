"""Policy reports as a knowledge graph of actors, institutions and commitments, and who must act.

The names below are the whole public interface; importing them costs no more than reading YAML does.
"""

from .api import Graph, open  # noqa: A004  (acuerdo.open is what people type)
from .errors import AcuerdoError, InputError, NotFoundError, RegistryError, StoreError

__all__ = ["AcuerdoError", "Graph", "InputError", "NotFoundError", "RegistryError", "StoreError", "open"]
