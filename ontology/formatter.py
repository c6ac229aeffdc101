"""One form for the registry's files: order of keys, one line where it fits, a block where not, so that diffs are small.

Texts, quotes where YAML needs them, comments between entries and the order of entries stay as they are.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import yaml

from .located import LOADER

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["formatted"]

_WIDTH = 160
_ENTRY = re.compile(r"^- ", re.MULTILINE)
_COMMENT = re.compile(r"(^|\s)#", re.MULTILINE)
_FLOW_DUMPER = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
_AFTER_RELATION = (
    "role", "action", "group", "valid", "evidence", "deadline",
    "about", "concerns", "addressed_to", "requires", "enables", "step_of", "stated_in", "facts", "sections",
)  # fmt: skip
_ORDER = (
    "id", "class", "title", "en", "es", "label", "publisher", "date", "address", "kind", "language",
    "official", "acronym", "aliases", "jurisdiction", "generic", "life", "definition", "strength",
    "source", "at", "range", "sha256", "method", "confidence", "entity", "body", "", *_AFTER_RELATION,
)  # fmt: skip
_RANK = {key: rank for rank, key in enumerate(_ORDER)}


def formatted(text: str) -> str:
    r"""Bring a registry file into form.

    An entry with a comment inside it is left as it is.

    Parameters
    ----------
    text
        Content of the file: a list of entries.

    Raises
    ------
    yaml.YAMLError
        It is not YAML.

    Examples
    --------
    >>> print(formatted("- class: Place\n  id: mexico\n  label:\n    es: México\n    en: Mexico\n"), end="")
    - id: mexico
      class: Place
      label: {en: Mexico, es: México}
    """
    head, *entries = _chunks(text)
    written, comment = [head.strip("\n")] if head.strip() else [], ""
    for entry in entries:
        body, following = _parted(entry)
        written.append(comment + (body.strip("\n") if _COMMENT.search(body) else _entry(body)))
        comment = following.strip("\n") + "\n" if following.strip() else ""
    return "\n\n".join([*written, *([comment.strip("\n")] if comment else [])]) + "\n" if written else text


def _chunks(text: str) -> Iterator[str]:
    starts = [0, *(match.start() for match in _ENTRY.finditer(text)), len(text)]
    return (text[start:end] for start, end in pairwise(starts))


def _parted(entry: str) -> tuple[str, str]:
    """The entry, and the comment lines at its end, which belong to the next one."""
    lines = entry.splitlines(keepends=True)
    end = len(lines)
    while lines[end - 1].startswith("#") or not lines[end - 1].strip():
        end -= 1
    return "".join(lines[:end]), "".join(lines[end:])


class _Dumper(yaml.SafeDumper):
    """Block sequences stand indented under their key."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002, FBT001, FBT002
        super().increase_indent(flow, indentless=False)


def _entry(text: str) -> str:
    entries = yaml.compose(text, Loader=LOADER)
    if not isinstance(entries, yaml.SequenceNode):
        raise TypeError("an entry begins with a dash")
    _shape(entries.value[0], 2, 2)
    entries.flow_style = False
    return str(yaml.serialize(entries, Dumper=_Dumper, allow_unicode=True, width=10**6)).rstrip("\n")


def _shape(node: yaml.Node, indent: int, start: int, depth: int = 0) -> None:
    """Order the keys of a node and choose flow or block style for it, from the leaves up.

    `indent` is where its keys or dashes stand if it is a block, `start` where it begins if it stands on one line.
    """
    if isinstance(node, yaml.MappingNode):
        node.value.sort(key=lambda pair: _RANK.get(pair[0].value, _RANK[""]))
        for key, value in node.value:
            _shape(value, indent + 2, indent + len(key.value) + 2, depth + 1)
    elif isinstance(node, yaml.SequenceNode):
        for value in node.value:
            _shape(value, indent + 2, indent + 2, depth + 1)
    else:
        return
    node.flow_style = depth > 0 and _inline(node, depth) and start + len(_flow(node)) <= _WIDTH


def _inline(node: Any, depth: int) -> bool:
    """Whether a node may stand on one line at all: no list of mappings that may grow."""
    children = node.value if isinstance(node, yaml.SequenceNode) else [value for _, value in node.value]
    collections = [child for child in children if isinstance(child, yaml.CollectionNode)]
    if isinstance(node, yaml.SequenceNode) and collections and (depth == 1 or len(children) > 1):
        return False
    return all(child.flow_style for child in collections)


def _flow(node: Any) -> str:
    before, node.flow_style = node.flow_style, True
    text = yaml.serialize(node, Dumper=_FLOW_DUMPER, allow_unicode=True, width=10**6).strip()
    node.flow_style = before
    return str(text)
