"""Every writer of formulas has every kind of node: a kind that one of them forgot would be dropped from what somebody reads."""

from __future__ import annotations

from types import ModuleType
from typing import get_args

import pytest

from packbuilder.maths import latex, mathml, omml, plain, speech
from packbuilder.maths.nodes import Node


@pytest.mark.parametrize("writer", [latex, mathml, omml, plain], ids=lambda module: module.__name__.rpartition(".")[2])
def test_a_writer_has_every_kind(writer: ModuleType) -> None:
    assert set(writer._WRITERS) == set(get_args(Node))


def test_all_kinds_are_spoken() -> None:
    assert set(speech._SPEAKERS) == set(get_args(Node))
