"""Numbers on a command line, described as people do: `1 to 300`, where click says `INTEGER RANGE` and `1<=x<=300`."""

from __future__ import annotations

import click


class Whole(click.IntRange):
    """A whole number from the first to the last."""

    name = "whole number"

    def __init__(self, first: int, last: int) -> None:
        super().__init__(first, last)

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str:
        return "N"

    def _describe_range(self) -> str:
        return f"{self.min} to {self.max}"


class Number(click.FloatRange):
    """A number, whole or not, from the first to the last."""

    name = "number"

    def __init__(self, first: float, last: float) -> None:
        super().__init__(first, last)

    def _describe_range(self) -> str:
        return f"{self.min:g} to {self.max:g}"
