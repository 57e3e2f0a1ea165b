"""Message catalogues: every language has every message, with the same values to fill in."""

from __future__ import annotations

import re
from importlib import resources

import pytest
import yaml

from packbuilder.wording import catalogue, languages


def messages(language: str) -> dict[str, str | list[str]]:
    text = resources.files("packbuilder.wording").joinpath(f"{language}.yaml").read_text(encoding="utf-8")
    loaded: dict[str, str | list[str]] = yaml.load(text, Loader=yaml.BaseLoader)  # BaseLoader is safe
    return loaded


def values(message: str | list[str]) -> set[str]:
    return set(re.findall(r"\{(\w+)\}", message if isinstance(message, str) else " ".join(message)))


def test_english_and_welsh_are_there() -> None:
    assert {"en", "cy"} <= set(languages())


@pytest.mark.parametrize("language", languages())
def test_a_catalogue_has_every_message_and_no_other(language: str) -> None:
    assert messages(language).keys() == messages("en").keys()


@pytest.mark.parametrize("language", languages())
def test_messages_are_of_one_kind_and_fill_in_the_same_values(language: str) -> None:
    for key, message in messages(language).items():
        english = messages("en")[key]
        assert type(message) is type(english), key
        assert values(message) == values(english), key


def test_a_language_without_a_catalogue_has_english_words_and_its_own_tag() -> None:
    french = catalogue("fr-FR")
    assert french.language == "fr-FR"
    assert french.say("page.turn_over") == "Turn over"
    assert catalogue("cy").say("page.turn_over") == "Trowch drosodd"
