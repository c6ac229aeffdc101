"""A JSON Schema for the registry's YAML, so that editors complete and check it while one types.

Made from the ontology: classes, relations with their qualifiers, and concepts. `make generate` writes it to
`registry.schema.json`; the loader checks more (ids, classes of both ends, times, names).
"""

from __future__ import annotations

import json
from typing import Any

from .entries import QUALIFIER_SCHEMES
from .reader import LANGUAGES
from .schema import schema

__all__ = ["json_schema"]

_ID = {"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9]+(-[a-z0-9]+)*)*$"}
_EDTF = {"type": ["string", "integer"], "description": "EDTF: 2013-09-20/2016-02-25, 2021-09/.., 2013/, 2017~"}
_TEXT = {"type": "string", "minLength": 1}
_SPAN = {"type": "array", "items": {"type": "integer", "minimum": 0}, "minItems": 2, "maxItems": 2}


def json_schema() -> str:
    """Write the schema as JSON."""
    entry = {"anyOf": [_more_facts(), _entity(), _provision(), _source()]}
    document = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Registry of acuerdo",
        "type": "array",
        "items": entry,
        "$defs": {"evidence": _evidence(), "fact": _fact(), "labels": _labels(LANGUAGES), "names": _labels(())},
    }
    return json.dumps(document, indent=1, ensure_ascii=False) + "\n"


def _object(properties: dict[str, Any], required: tuple[str, ...] = ()) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": properties,
        "required": list(required),
        "additionalProperties": False,
    }


def _list(items: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": items}


def _ref(name: str) -> dict[str, Any]:
    return {"$ref": f"#/$defs/{name}"}


def _labels(required: tuple[str, ...]) -> dict[str, Any]:
    return _object(dict.fromkeys(LANGUAGES, _TEXT), required)


def _concepts(scheme: str) -> dict[str, Any]:
    return {"enum": list(schema().scheme(scheme))}


def _evidence() -> dict[str, Any]:
    return _object(
        {
            "source": _ID,
            "at": _SPAN,
            "sha256": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
            "confidence": {"type": "number", "minimum": 0, "maximum": 1},
            "method": {"enum": ["curated", "extracted"]},
        },
        ("source",),
    )


def _fact() -> dict[str, Any]:
    """One relation as key, with the qualifiers that it takes."""
    return {"oneOf": [_item(name, name, evidence=True) for name in sorted(schema().relations)]}


def _item(relation: str, key: str, *, evidence: bool = False) -> dict[str, Any]:
    qualifiers = {
        name: _concepts(QUALIFIER_SCHEMES[name]) if name in QUALIFIER_SCHEMES else _TEXT
        for name in sorted(schema().relations[relation].qualifiers)
    }
    properties = {key: _ID, **qualifiers, "valid": _EDTF, "evidence": _list(_ref("evidence"))}
    return _object(properties, (key, "evidence") if evidence else (key,))


def _more_facts() -> dict[str, Any]:
    return _object({"id": _ID, "facts": _list(_ref("fact"))}, ("id", "facts"))


def _entity_properties(classes: tuple[str, ...]) -> dict[str, Any]:
    return {
        "id": _ID,
        "class": {"enum": list(classes)},
        "label": _ref("labels"),
        "official": _list({"enum": list(LANGUAGES)}),
        "acronym": _ref("names"),
        "aliases": _list(_TEXT),
        "jurisdiction": _list({"type": "string", "pattern": "^[A-Z]{2}$"}),
        "generic": {"type": "boolean"},
        "life": _EDTF,
        "definition": _ref("names"),
        "facts": _list(_ref("fact")),
    }


def _entity() -> dict[str, Any]:
    provisions = schema().leaves("Provision")
    classes = tuple(name for name in schema().leaves("Entity") if name not in {*provisions, "Concept"})
    return _object(_entity_properties(classes), ("id", "class", "label"))


def _provision() -> dict[str, Any]:
    properties = _entity_properties(schema().leaves("Provision")) | {
        "strength": _concepts("strengths"),
        "action": _concepts("actions"),
        "deadline": _EDTF,
        "about": _list(_concepts("topics")),
        "concerns": _list(_item("concerns", "entity")),
        "addressed_to": _list(_item("addressed_to", "body")),
        "requires": _list(_item("requires", "id")),
        "enables": _list(_item("enables", "id")),
        "step_of": _list(_item("step_of", "id")),
        "stated_in": _list(_ref("evidence")),
    }
    return _object(properties, ("id", "class", "label", "strength", "action", "stated_in"))


def _source() -> dict[str, Any]:
    section = _object({"id": _ID, "title": _ref("labels"), "range": _SPAN}, ("id", "title", "range"))
    properties = {
        "id": _ID,
        "title": _ref("labels"),
        "publisher": _TEXT,
        "date": _EDTF,
        "address": _TEXT,
        "kind": {"enum": ["primary", "copy", "secondary"]},
        "language": _TEXT,
        "sha256": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
        "sections": _list(section),
    }
    return _object(properties, ("id", "title", "publisher", "address", "kind", "language"))


if __name__ == "__main__":
    import sys

    sys.stdout.write(json_schema())
