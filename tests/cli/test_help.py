"""Every command is documented: in the group's help, in its own help with an example, and in the README."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from packbuilder.cli.main import group

ROOT = Path(__file__).parent.parent.parent
COMMANDS = group.list_commands(None)  # type: ignore[arg-type]  # the names do not depend on a context


def test_there_are_commands() -> None:
    assert len(COMMANDS) >= 9


def test_each_module_of_the_command_line_that_has_a_command_is_listed() -> None:
    modules = {
        path.stem.replace("_", "-")
        for path in (ROOT / "packbuilder" / "cli").glob("*.py")
        if "\ndef command(" in path.read_text(encoding="utf-8")
    }
    assert modules == set(COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_help_has_an_example_and_the_readme_names_the_command(name: str) -> None:
    done = CliRunner().invoke(group, [name, "--help"])
    assert done.exit_code == 0
    assert f"packbuilder {name}" in done.output
    assert "Example" in done.output
    assert f"`{name}" in (ROOT / "README.md").read_text(encoding="utf-8")


def test_ci_runs_the_command_that_the_readme_gives() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8").splitlines()
    commands = [line for line in readme if line.startswith("    python3 -m venv") and "pytest" in line]
    assert len(commands) == 1
    assert "README.md" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")
