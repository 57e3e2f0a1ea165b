"""What can be chosen on the page is what the program can do."""

from __future__ import annotations

import pytest

from packbuilder.app.orders import LAYOUTS, PRODUCTS
from packbuilder.app.project import shipped_layouts
from packbuilder.editions import EDITIONS
from packbuilder.local import choices
from packbuilder.local.words import page_hints
from packbuilder.model.pack import ANSWERS, VARIANTS
from packbuilder.model.print_habits import IMPOSITIONS
from packbuilder.products.worksheets.registry import KINDS


@pytest.mark.parametrize(
    ("offered", "known"),
    [
        (choices.PRODUCTS, PRODUCTS),
        (choices.IMPOSITIONS, ("", *IMPOSITIONS)),
        (choices.EDITIONS, tuple(EDITIONS)),
        (choices.VARIANTS, VARIANTS),
        (choices.PACK_ANSWERS, ANSWERS),
        (choices.sheet_kinds(), tuple(kind.name for kind in KINDS)),
    ],
)
def test_choices_are_complete(offered: tuple[choices.Choice, ...], known: tuple[str, ...]) -> None:
    assert {choice.value for choice in offered} == set(known)
    assert all(choice.name for choice in offered)


def test_layouts_that_come_with_the_program_have_names() -> None:
    names = tuple(file.stem for file in shipped_layouts().glob("*.yaml"))
    assert set(LAYOUTS.values()) <= set(names)
    assert all(choice.name != choice.value for choice in choices.layouts(names))


@pytest.mark.parametrize(
    ("hint", "said"),
    [
        (
            "`--skip-bad` makes what can be made of the rest.",
            ("Or tick “Leave out what has mistakes”, under “More choices”, to make what can be made of the rest.",),
        ),
        (
            "Write it another way, or `--skip-bad` goes on without it.",
            ("Write it another way, or tick “Leave out what has mistakes” to go on without it.",),
        ),
        ("Ask for --marks 69 or fewer.", ("Ask for 69 marks or fewer.",)),
        ("`packbuilder questions --explain` shows which marking points give no question.", ()),
        ("They come from notes. `packbuilder check` says more.", ("They come from notes.",)),
        ("Its longest panel is 'Key terms', 30 lines: --leave-out terms drops it.", ("Its longest panel is 'Key terms', 30 lines.",)),
        (
            "Close programs that have the file open, check the folder's permissions, or choose another --output.",
            ("Close programs that have the file open, check the folder's permissions.",),
        ),
    ],
)
def test_hints_speak_of_the_page_and_not_of_the_terminal(hint: str, said: tuple[str, ...]) -> None:
    assert page_hints((hint,)) == said
