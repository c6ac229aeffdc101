"""A Neo4j Community server on this machine without Docker: fetched from Maven Central, started, stopped.

As a library (tests load this file by its path)::

    with running() as server:
        GraphDatabase.driver(server.uri, auth=(server.user, server.password))

As a command::

    python docker/neo4j_local.py fetch        # once; about 140 MB
    python docker/neo4j_local.py start        # prints address, user and password
    python docker/neo4j_local.py stop

Needs Java 17 or newer and Maven, on Linux or macOS. Jars go to the user's cache folder, or to the one that
`ACUERDO_NEO4J_HOME` names.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import re
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from contextlib import ExitStack, contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

__all__ = ["Neo4jLocalError", "Server", "fetch", "missing", "running", "start", "stop"]

POM = Path(__file__).with_name("pom.xml")
USER = "neo4j"
START_LIMIT = 120.0
STOP_LIMIT = 30.0
_OPENED = ("java.nio", "java.io", "sun.nio.ch", "java.util.concurrent")
_JAVA = (
    "-Xmx1g",
    "-XX:+UseSerialGC",
    *(f"--add-opens=java.base/{package}=ALL-UNNAMED" for package in _OPENED),
    "--enable-native-access=ALL-UNNAMED",
)
_CONFIGURATION = """\
server.default_listen_address=127.0.0.1
server.default_advertised_address=127.0.0.1
server.bolt.listen_address=127.0.0.1:{bolt}
server.http.listen_address=127.0.0.1:{http}
server.memory.pagecache.size=128m
# ten seconds by default, all of which a server that has been asked anything takes to end
internal.server.bolt.thread_pool_shutdown_wait_time=100ms
dbms.security.auth_enabled=true
dbms.usage_report.enabled=false
client.allow_telemetry=false
"""


class Neo4jLocalError(RuntimeError):
    """The server cannot be fetched, started or stopped; the message says why."""


@dataclass(frozen=True, slots=True)
class Server:
    """A running server: where it answers, who may enter, and its process."""

    uri: str
    user: str
    password: str
    browser: str
    home: str
    pid: int


def missing() -> str | None:
    """Say what this machine lacks to run a Neo4j, or None.

    Maven is only needed until the jars are there.
    """
    version = _java_version()
    if version is None:
        return "Neo4j needs Java 17 or newer, and there is no java on this machine"
    if version < 17:
        return f"Neo4j needs Java 17 or newer, and this machine's is {version}"
    if not _jars().is_dir() and shutil.which("mvn") is None:
        return "Neo4j's jars are fetched with Maven, and there is no mvn on this machine"
    return None


def fetch() -> Path:
    """Copy the server's jars into the cache folder, once for each state of `pom.xml`.

    Returns
    -------
    Path
        The folder of the jars.

    Raises
    ------
    Neo4jLocalError
        If Java or Maven is missing, or Maven cannot fetch.
    """
    if reason := missing():
        raise Neo4jLocalError(reason)
    jars = _jars()
    if jars.is_dir():
        return jars
    jars.parent.mkdir(parents=True, exist_ok=True)
    part = Path(tempfile.mkdtemp(prefix="part-", dir=jars.parent))
    goal = ["dependency:copy-dependencies", "-DincludeScope=runtime", f"-DoutputDirectory={part}"]
    try:
        _run(["mvn", "-q", "-B", "-f", str(POM), *goal], "Maven could not fetch Neo4j's jars")
        if not jars.is_dir():  # another process may have been faster
            part.rename(jars)
    finally:
        shutil.rmtree(part, ignore_errors=True)
    return jars


@contextmanager
def running(home: Path | None = None, password: str | None = None) -> Iterator[Server]:
    """Run a server on free ports of 127.0.0.1 while the block runs.

    Parameters
    ----------
    home
        Folder of its data, made where it is not there; a temporary one, removed afterwards, if None.
    password
        Of the user `neo4j`, at least eight characters; a random one if None.

    Raises
    ------
    Neo4jLocalError
        If it cannot be fetched, does not start, or refuses the password of an existing home.
    """
    with ExitStack() as stack:
        if home is None:
            home = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="acuerdo-neo4j-")))
        process, server = _launch(home, password)
        stack.callback(_end, server.pid, lambda: process.poll() is not None)
        _wait_for_bolt(server, process)
        yield server


def start(home: Path, password: str | None = None) -> Server:
    """Start a server that outlives this process; `stop` ends it.

    Its address and password are kept in `run/acuerdo.json` of its home, readable by the user alone.
    """
    if (known := _known(home)) and _is_running(known):
        raise Neo4jLocalError(f"a server runs in {home} already (process {known.pid}, {known.uri})")
    process, server = _launch(home, password or (known.password if known else None))
    try:
        _wait_for_bolt(server, process)
    except BaseException:
        _end(server.pid, lambda: process.poll() is not None)
        raise
    _state(home).touch(mode=0o600)
    _state(home).write_text(json.dumps(asdict(server), indent=2) + "\n", encoding="utf-8")
    return server


def stop(home: Path) -> Server:
    """End the server that `start` started in this home."""
    server = _known(home)
    if server is None or not _is_running(server):
        raise Neo4jLocalError(f"no server runs in {home}")
    _end(server.pid, lambda: _process(server.pid)[0] in {"", "Z"})
    return server


def _cache() -> Path:
    if folder := os.environ.get("ACUERDO_NEO4J_HOME"):
        return Path(folder).expanduser().absolute()
    from platformdirs import user_cache_path

    return user_cache_path("acuerdo") / "neo4j"


def _jars() -> Path:
    return _cache() / f"lib-{hashlib.sha256(POM.read_bytes()).hexdigest()[:12]}"


def _java() -> str | None:
    home = os.environ.get("JAVA_HOME")
    return shutil.which("java", path=str(Path(home, "bin"))) if home else shutil.which("java")


def _java_version() -> int | None:
    java = _java()
    if java is None:
        return None
    answer = _answer([java, "-version"])
    found = re.search(r'version "(?:1\.)?(\d+)', answer.stderr)
    return int(found.group(1)) if found else None


def _answer(command: list[str], environment: dict[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, capture_output=True, text=True, check=False, env=environment)  # noqa: S603


def _run(command: list[str], failure: str, environment: dict[str, str] | None = None) -> None:
    answer = _answer(command, environment)
    if answer.returncode:
        lines = (answer.stdout + answer.stderr).strip().splitlines() or [f"exit code {answer.returncode}"]
        raise Neo4jLocalError(f"{failure}: {re.sub(r'^[a-z0-9.]+[.][A-Za-z]+Exception: ', '', lines[0])}")


def _launch(home: Path, password: str | None) -> tuple[subprocess.Popen[bytes], Server]:
    """Prepare a home and start the server process in it."""
    jars, home = fetch(), home.absolute()
    for folder in ("conf", "data", "import", "lib", "licenses", "logs", "plugins", "run"):
        (home / folder).mkdir(parents=True, exist_ok=True)
    bolt, http = _free_ports(2)
    (home / "conf" / "neo4j.conf").write_text(_CONFIGURATION.format(bolt=bolt, http=http), encoding="utf-8")
    java = [str(_java()), *_JAVA, "-cp", str(jars / "*")]
    password = _set_password(java, home, password)
    main = ["org.neo4j.server.CommunityEntryPoint", f"--home-dir={home}", f"--config-dir={home / 'conf'}"]
    with (home / "logs" / "console.log").open("ab") as log:
        # a session of its own: Ctrl-C in the terminal must not reach the server before `_end` does
        process = subprocess.Popen(  # noqa: S603
            [*java, *main], stdin=subprocess.DEVNULL, stdout=log, stderr=log, cwd=home, start_new_session=True
        )
    browser = f"http://127.0.0.1:{http}/browser/"
    return process, Server(f"bolt://127.0.0.1:{bolt}", USER, password, browser, str(home), process.pid)


def _free_ports(count: int) -> list[int]:
    with ExitStack() as stack:
        sockets = [stack.enter_context(socket.socket()) for _ in range(count)]
        for each in sockets:  # all are held until the last is chosen, so that they differ
            each.bind(("127.0.0.1", 0))
        return [each.getsockname()[1] for each in sockets]


def _set_password(java: list[str], home: Path, password: str | None) -> str:
    """Set the first password of a new home; an old home keeps its own."""
    if (home / "data" / "dbms").is_dir():
        if password is None:
            raise Neo4jLocalError(f"{home} has a password already; give it")
        return password
    password = password or secrets.token_hex(16)
    command = [*java, f"-Dbasedir={home}", "org.neo4j.cli.AdminTool", "dbms", "set-initial-password", password]
    environment = {**os.environ, "NEO4J_HOME": str(home), "NEO4J_CONF": str(home / "conf")}
    _run(command, "Neo4j refused the password", environment)
    return password


def _wait_for_bolt(server: Server, process: subprocess.Popen[bytes]) -> None:
    from neo4j import GraphDatabase
    from neo4j.exceptions import AuthError, ServiceUnavailable

    deadline = time.monotonic() + START_LIMIT
    while time.monotonic() < deadline:
        if process.poll() is not None:
            raise Neo4jLocalError(f"Neo4j ended at once; see {server.home}/logs/console.log\n{_tail(server)}")
        try:
            with GraphDatabase.driver(server.uri, auth=(server.user, server.password)) as driver:
                driver.verify_connectivity()
        except ServiceUnavailable:
            time.sleep(0.2)
        except AuthError as error:
            raise Neo4jLocalError(f"{server.home} has another password") from error
        else:
            return
    raise Neo4jLocalError(f"Neo4j did not answer within {START_LIMIT:.0f} s\n{_tail(server)}")


def _tail(server: Server) -> str:
    log = Path(server.home, "logs", "console.log")
    return "\n".join(log.read_text(encoding="utf-8", errors="replace").splitlines()[-5:])


def _end(pid: int, gone: Callable[[], bool]) -> None:
    """Ask a process to end, and make it end after a limit."""
    for sign in (signal.SIGTERM, signal.SIGKILL):
        if gone():
            return
        os.kill(pid, sign)
        deadline = time.monotonic() + STOP_LIMIT
        while not gone() and time.monotonic() < deadline:
            time.sleep(0.05)
    if not gone():
        raise Neo4jLocalError(f"process {pid} does not end")


def _state(home: Path) -> Path:
    return home / "run" / "acuerdo.json"


def _known(home: Path) -> Server | None:
    state = _state(home)
    return Server(**json.loads(state.read_text(encoding="utf-8"))) if state.is_file() else None


def _is_running(server: Server) -> bool:
    """Tell whether the process is this server: a number may have passed to another process since."""
    status, command = _process(server.pid)
    return status not in {"", "Z"} and f"--home-dir={server.home}" in command


def _process(pid: int) -> tuple[str, str]:
    """Status letter (empty where there is no such process, Z for one that has ended) and command line."""
    # a process that is ending has no command line any more, so waiting for the end looks at the status only
    answer = _answer(["ps", "-ww", "-o", "stat=,args=", "-p", str(pid)])
    return answer.stdout[:1], answer.stdout[1:]


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="neo4j_local.py", description="A Neo4j Community server without Docker.")
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("fetch", help="copy the server's jars into the cache folder")
    for name, what in (("start", "start a server; NEO4J_PASSWORD sets its password"), ("stop", "end it")):
        command = commands.add_parser(name, help=what)
        command.add_argument("--home", type=Path, help="folder of its data (default: in the cache folder)")
    return parser


def main(arguments: list[str] | None = None) -> int:
    """Run the command; the exit code is 3 where the server fails."""
    given = _arguments().parse_args(arguments)
    try:
        for line in _command(given):
            print(line)
    except Neo4jLocalError as error:
        print(error, file=sys.stderr)
        return 3
    return 0


def _command(given: argparse.Namespace) -> list[str]:
    if given.command == "fetch":
        return [str(fetch())]
    home = (given.home or _cache() / "home").absolute()
    if given.command == "stop":
        return [f"stopped process {stop(home).pid}"]
    server = start(home, os.environ.get("NEO4J_PASSWORD"))
    return [
        f"address   {server.uri}",
        f"user      {server.user}",
        f"password  {server.password}",
        f"browser   {server.browser}",
        f"process   {server.pid}",
    ]


if __name__ == "__main__":
    sys.exit(main())
