"""A document in, candidates out: entities with mentions, statements with actors, relations, all with offsets.

`extract` reads one document; `coverage` tells which of its statements a registry does not have yet. Importing this
package loads no language model and not spaCy; extracting does.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from .coverage import coverage
from .gazetteer import Name
from .model import Entity, Extraction, Mention, Relation, Section, Statement

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.language import Language

__all__ = ["Entity", "Extraction", "Mention", "Name", "Relation", "Section", "Statement", "coverage", "extract"]


def extract(
    document: Path | str, names: Iterable[Name] = (), *, model: str = "", nlp: Language | None = None
) -> Extraction:
    """Extract the candidates of one document.

    Parameters
    ----------
    document
        A document: the path of a text, Markdown, PDF, HTML or DOCX file; or the text itself, as a string.
    names
        Names that a registry knows; extraction works without any.
    model
        Name of a spaCy model; by default the best English one that is installed.
    nlp
        A pipeline that `pipeline.load` gave, for many documents in a row.

    Returns
    -------
    Extraction
        The same for the same document, names and model; `to_json` gives it as a JSON document.

    Raises
    ------
    InputError
        E103: no such file. E104: the document cannot be read, or no model is installed.

    Examples
    --------
    >>> found = extract("Austria and Hungary should reopen the Danube Commission.")
    >>> [(s.strength, s.action, s.actors) for s in found.statements]
    [('should', 'restore', ('at-government', 'hu-government'))]
    """
    from .decoding import canonical
    from .pipeline import load
    from .reading import Source, read
    from .run import run

    source = read(document) if isinstance(document, Path) else Source("text", canonical(document))
    return run(source, names, nlp if nlp is not None else load(model))
