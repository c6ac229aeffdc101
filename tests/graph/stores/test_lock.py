"""The lock of a folder: many share it, or one has it."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest
from acuerdo.graph.stores.lock import locked

from acuerdo.errors import StoreError

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("acuerdo.graph.stores.lock._WAIT", 0.1)


@pytest.mark.skipif(sys.platform == "win32", reason="nobody shares there")
def test_readers_share(tmp_path: Path) -> None:
    with locked(tmp_path, shared=True), locked(tmp_path, shared=True):
        pass


@pytest.mark.parametrize(("first", "second"), [(False, False), (False, True), (True, False)])
def test_a_writer_has_it_alone_until_it_lets_go(tmp_path: Path, first: bool, second: bool) -> None:
    with (
        locked(tmp_path, shared=first),
        pytest.raises(StoreError, match="E304"),
        locked(tmp_path, shared=second),
    ):
        pytest.fail("both have it")
    with locked(tmp_path, shared=second):
        pass


def test_an_error_within_lets_go(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), locked(tmp_path, shared=False):
        raise ZeroDivisionError
    with locked(tmp_path, shared=False):
        pass
