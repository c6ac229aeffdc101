"""YAML with its places: mappings that know the line of every key, so that an error can name it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import yaml

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["LOADER", "Map", "read"]

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The safe loader, in C where the platform has it."""

_TAG = "tag:yaml.org,2002:"


class Map(dict[str, Any]):
    """A mapping with the line of each key (`lines`) and of itself (`line`), counted from 1."""

    __slots__ = ("line", "lines")

    def __init__(self, line: int) -> None:
        super().__init__()
        self.line = line
        self.lines: dict[str, int] = {}


class DuplicateKeyError(ValueError):
    """A mapping gives one key twice."""

    def __init__(self, key: str, line: int) -> None:
        super().__init__(f"key {key!r} is given twice")
        self.line = line


def read(path: Path) -> object:
    """Read one YAML file into lists, `Map`s and scalars; dates stay strings, as EDTF needs them.

    Raises
    ------
    yaml.YAMLError
        The file is not YAML.
    DuplicateKeyError
        A mapping gives one key twice.
    UnicodeDecodeError
        The file is not UTF-8.
    """
    node = yaml.compose(path.read_text(encoding="utf-8"), Loader=LOADER)
    return None if node is None else _value(node)


def _value(node: yaml.Node) -> object:
    if isinstance(node, yaml.MappingNode):
        return _map(node)
    if isinstance(node, yaml.SequenceNode):
        return [_value(child) for child in node.value]
    return _scalar(node.tag.removeprefix(_TAG), str(node.value))


def _map(node: yaml.MappingNode) -> Map:
    result = Map(node.start_mark.line + 1)
    for key_node, value_node in node.value:
        key, line = str(key_node.value), key_node.start_mark.line + 1
        if key in result:
            raise DuplicateKeyError(key, line)
        result[key] = _value(value_node)
        result.lines[key] = line
    return result


def _scalar(tag: str, text: str) -> object:
    if tag == "null":
        return None
    if tag == "bool":
        return text.lower() in {"true", "yes", "on"}
    if tag == "int" and text.lstrip("-").isdigit() and not (len(text) > 1 and text.startswith("0")):
        return int(text)
    if tag == "float":
        try:
            return float(text)
        except ValueError:  # YAML's own spellings, as .inf; no value of the registry's is one
            return text
    return text
