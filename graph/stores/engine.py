"""The embedded engine (ArcadeDB): started inside this process on a folder, answering Bolt on 127.0.0.1.

Everything but the database itself (passwords, server's log) lives in a temporary folder that goes with the process; the
passwords are new each time and are nowhere in the store.
"""

from __future__ import annotations

import base64
import hashlib
import json
import os
import secrets
import socket
import tempfile
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ...errors import StoreError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import ModuleType

__all__ = ["DATABASE", "READER", "WRITER", "Engine", "running"]

DATABASE = "acuerdo"
WRITER = "root"  # the engine insists on this name
READER = "reader"

_BOLT = "Bolt:com.arcadedb.bolt.BoltProtocolPlugin"
_ITERATIONS = 1000  # for random passwords of 256 bits that live as long as the process; the engine's 65536 cost 0.15 s
_ATTEMPTS = 3


@dataclass(frozen=True, slots=True)
class Engine:
    """A running engine: its address and the password of each user."""

    uri: str
    passwords: dict[str, str]


@contextmanager
def running(folder: Path, *, writable: bool) -> Iterator[Engine]:
    """Run the engine on a folder while the block runs.

    Parameters
    ----------
    folder
        Holds the database, or will; exists.
    writable
        Whether the database may be made and changed. Otherwise it must be there, and other processes may read it too.

    Raises
    ------
    StoreError
        E304: another program has the database open. E306: no engine for this platform. E301: it does not start.
    """
    # the engine keeps its log open for as long as the process lives, so that not every platform can remove it
    with tempfile.TemporaryDirectory(prefix="acuerdo-", ignore_cleanup_errors=True) as name:
        home = Path(name)
        passwords = {user: secrets.token_urlsafe(32) for user in (WRITER, READER)}
        _write_users(home / "config", passwords)
        with _quiet(home / "log"):
            server, port = _started(_arcadedb(), home, folder, writable=writable)
        try:
            if writable:
                server.create_database(DATABASE)
            yield Engine(f"bolt://127.0.0.1:{port}", passwords)
        finally:
            server.stop()


def _arcadedb() -> ModuleType:
    try:
        return import_module("arcadedb")
    except ImportError as error:
        raise StoreError("E306", f"load into a Neo4j instead ({error})") from error


def _started(arcadedb: ModuleType, home: Path, folder: Path, *, writable: bool) -> tuple[Any, int]:
    """Start a server on free ports; another process may take one between our choice and the start, so try again."""
    for attempt in range(1, _ATTEMPTS + 1):
        bolt, http = _free_ports(2)
        settings = {
            "host": "127.0.0.1",
            "http_port": http,
            "bolt_host": "127.0.0.1",
            "bolt_port": bolt,
            "server_plugins": _BOLT,
            "server_databaseDirectory": str(folder.absolute()),
            "server_defaultDatabaseMode": "READ_WRITE" if writable else "READ_ONLY",
            "server_saltIterations": _ITERATIONS,
        }
        server = arcadedb.create_server(str(home), None, config=settings)
        try:
            server.start()
        except arcadedb.ArcadeDBError as error:
            if "in use" not in str(error) or attempt == _ATTEMPTS:
                raise _refusal(folder, error) from error
        else:
            return server, bolt
    raise AssertionError  # the last attempt returns or raises


def _refusal(folder: Path, error: Exception) -> StoreError:
    if "locked by another process" in str(error):
        return StoreError("E304", f"{folder}: wait until the other process has ended")
    if "library" in str(error).lower():
        return StoreError("E306", f"load into a Neo4j instead ({error})")
    return StoreError("E301", f"{folder}: {error}")


def _free_ports(count: int) -> list[int]:
    with ExitStack() as stack:
        sockets = [stack.enter_context(socket.socket()) for _ in range(count)]
        for each in sockets:  # all are held until the last is chosen, so that they differ
            each.bind(("127.0.0.1", 0))
        return [each.getsockname()[1] for each in sockets]


@contextmanager
def _quiet(folder: Path) -> Iterator[None]:
    """Send the engine's log to a folder; it looks at these variables once, when its library is loaded."""
    ours = {"ARCADEDB_LOG_CONSOLE": "0", "ARCADEDB_LOG_DIR": str(folder)}
    before = {name: os.environ.get(name) for name in ours}
    os.environ.update(ours)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value


def _write_users(folder: Path, passwords: dict[str, str]) -> None:
    """Seed the engine's users: one who may do everything, one who may read."""
    everything = ["createRecord", "readRecord", "updateRecord", "deleteRecord"]
    groups = {
        "admin": _group(["updateSecurity", "updateSchema", "updateDatabaseSettings"], everything),
        "reader": _group([], ["readRecord"]),
        "*": _group([], []),
    }
    users = [
        {"name": WRITER, "databases": {"*": ["admin"]}, "password": _encoded(passwords[WRITER])},
        {"name": READER, "databases": {DATABASE: ["reader"]}, "password": _encoded(passwords[READER])},
    ]
    folder.mkdir()
    text = json.dumps({"version": 2, "databases": {"*": {"groups": groups}}})
    (folder / "server-groups.json").write_text(text, encoding="utf-8")
    (folder / "server-users.jsonl").write_text("".join(json.dumps(user) + "\n" for user in users), encoding="utf-8")


def _group(access: list[str], records: list[str]) -> dict[str, Any]:
    return {"resultSetLimit": -1, "readTimeout": -1, "access": access, "types": {"*": {"access": records}}}


def _encoded(password: str) -> str:
    """A password as the engine stores it."""
    salt = base64.b64encode(secrets.token_bytes(24)).decode()
    digest = hashlib.pbkdf2_hmac("sha256", password.encode(), salt.encode(), _ITERATIONS, 32)
    return f"PBKDF2WithHmacSHA256${_ITERATIONS}${salt}${base64.b64encode(digest).decode()}"
