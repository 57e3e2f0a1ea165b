"""The group of commands. A command's module is imported when the command is run or its help is shown in full."""

from __future__ import annotations

import atexit
import errno
import gc
import os
import sys
import threading
from importlib import import_module
from typing import NoReturn

import click

from packbuilder import __version__
from packbuilder.cli.reporting import colours, print_json, report_failure
from packbuilder.cli.stopping import Stopping
from packbuilder.errors import PackbuilderError

_COMMANDS = {
    "init": "Make a project that builds at once.",
    "build": "Build the packs of the project.",
    "check": "Report every mistake and every loss in notes and banks.",
    "topics": "List the topics and what each can give.",
    "questions": "List the questions that topics give.",
    "stress": "Draw each question with parameters many times.",
    "draft": "Write derived questions to a bank, to be read, edited and approved.",
    "coverage": "Show which marking points the finished papers test, and which none does.",
    "pack": "Make one revision pack.",
    "cards": "Make flashcards to print, and an Anki deck of them.",
    "organiser": "Make knowledge organisers: a topic on one landscape page.",
    "blueprint": "Check what the bank can give of what a paper must hold.",
    "paper": "Make practice papers with their mark schemes.",
    "print-run": "Print a paper for every candidate of a list, packed by room.",
    "worksheet": "Make worksheets with their answers: cloze, crossword, quiz and more.",
    "serve": "Show a page in your browser to choose, make, see and download on.",
    "site": "Build the site that students take packs from.",
    "verify": "Read finished PDFs back and prove that they match.",
    "a11y": "Report in words how accessible a PDF is.",
    "preview": "Draw the pages of PDFs on one picture.",
    "completion": "Print the script that completes commands in your shell.",
}
"""Each command with its one-line help: the list must not cost the import of nine modules."""


_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
"""What the system says where there is no room for what goes to standard output; files are named in such a case."""


class _LazyGroup(click.Group):
    """A group that knows its commands by name and imports each only when it is wanted."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        module = import_module(f"packbuilder.cli.{cmd_name.replace('-', '_')}")
        command: click.Command = module.command
        return command

    def resolve_command(self, ctx: click.Context, args: list[str]) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] not in _COMMANDS and not args[0].startswith("-"):
            from packbuilder.errors import nearest_hints

            if args[0] == "help":
                raise click.UsageError("There is no command 'help'. Write --help behind a command: `packbuilder paper --help`.", ctx)
            hint = " ".join(nearest_hints(args[0], tuple(_COMMANDS)))
            raise click.UsageError(f"There is no command {args[0]!r}. {hint}", ctx)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(_COMMANDS.items()))


@click.group(
    cls=_LazyGroup,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Exit codes: 0 done, 1 mistakes in content or a check that failed, 2 a command line that cannot be read.",
)
@click.version_option(__version__, prog_name="packbuilder")
def group() -> None:
    """Turn revision notes into paper: revision packs, practice papers and mark schemes that match.

    \b
    Start here:
      packbuilder init my-class && cd my-class && packbuilder build
      packbuilder paper notes.txt --marks 30 --versions 2 --seed 7
    """


def main() -> None:
    """Run the command line. A user's mistake ends with one clear message and exit code 1; a bug shows its traceback."""
    # Values are immutable and know nothing of who holds them, so that there is hardly a cycle to be found: looking for them among all that
    # is alive took a third of the time in which the documents of 5,000 candidates are set.
    gc.set_threshold(500_000, 5, 100)
    _open_closed()
    stopping = Stopping()
    for stream in (sys.stdout, sys.stderr):
        # A terminal or pipe in another encoding must not turn a dash in a message into a traceback.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    try:
        code = group.main(standalone_mode=False, prog_name="packbuilder", color=colours())
        sys.stdout.flush()
        if isinstance(code, int):
            sys.exit(code)
    except PackbuilderError as failure:
        _, *arguments = sys.argv
        report_failure(failure, json_too="--json" in arguments and not getattr(failure, "told_as_json", False))
        sys.exit(failure.exit_code)
    except OSError as failure:
        if failure.errno in _FULL and failure.filename is None:
            _stop_output(failure)
        # Whatever asks for a file by such a name is refused by the system, be it only to know whether it is there.
        if failure.errno != errno.ENAMETOOLONG:
            raise
        name = os.fsdecode(failure.filename or "")
        report_failure(PackbuilderError(f"a name is longer than this system allows: {name[:40]}…", hints=("Choose a shorter one.",)))
        sys.exit(1)
    except click.exceptions.Exit as leaving:
        sys.exit(leaving.exit_code)
    except click.Abort:
        click.echo("Interrupted: files that were finished are whole, nothing is half written.", err=True)
        # Not `sys.exit`: where code that it had compiled just now was interrupted, Python ends as if nobody had heard; and nothing is waited for.
        _end(stopping.exit_code)
    except click.ClickException as failure:
        failure.show()
        if "--json" in sys.argv[1:]:
            print_json({"error": failure.format_message(), "hints": [], "diagnostics": []})
        sys.exit(failure.exit_code)
    _leave()


def _leave() -> None:
    """End this process as Python would, but without freeing all that it holds: for many versions that takes a tenth of the time, and the system takes it
    back at once.
    """
    if threading.active_count() > 1:
        return
    atexit._run_exitfuncs()  # noqa: SLF001  # what others have registered is done all the same; there is no other name for it
    _end(0)


def _end(code: int) -> NoReturn:
    for stream in (sys.stdout, sys.stderr):
        stream.flush()
    os._exit(code)


def _open_closed() -> None:
    """Let what is written to a stream that the caller has closed (`>&-`) go nowhere: else a file of ours would take its place."""
    if sys.stdout is None:
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115  # open as long as the process is
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115


def _stop_output(failure: OSError) -> NoReturn:
    """Say that standard output takes no more, and end; what Python would still write there goes nowhere."""
    hint = "Files that were finished are whole. Make room where the output goes, or use --quiet."
    report_failure(PackbuilderError(f"standard output cannot be written to: {failure.strerror}", hints=(hint,)))
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    sys.exit(1)
