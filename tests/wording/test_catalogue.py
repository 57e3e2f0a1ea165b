"""Message catalogues: every language has every message, with the same values to fill in."""

from __future__ import annotations

import re
from functools import cache
from importlib import resources

import pytest
import yaml

from packbuilder.wording import catalogue, languages
from packbuilder.wording.lettering import as_english


@cache
def messages(language: str) -> dict[str, str | list[str]]:
    text = resources.files("packbuilder.wording").joinpath(f"{language}.yaml").read_text(encoding="utf-8")
    loaded: dict[str, str | list[str]] = yaml.load(text, Loader=yaml.BaseLoader)  # BaseLoader is safe
    return loaded


def values(message: str | list[str]) -> set[str]:
    return set(re.findall(r"\{(\w+)\}", message if isinstance(message, str) else " ".join(message)))


def english_of(key: str) -> str:
    """Return the key of the English message: what is said of two in Welsh, and of two to four in Polish, has no English form."""
    return re.sub(r"\.(?:few|two)$", ".many", key)


def test_english_and_welsh_are_there() -> None:
    assert {"en", "cy"} <= set(languages())


@pytest.mark.parametrize("language", languages())
def test_a_catalogue_has_every_message_and_no_other(language: str) -> None:
    assert {english_of(key) for key in messages(language)} == messages("en").keys()


@pytest.mark.parametrize("language", languages())
def test_what_is_said_of_few_is_said_of_all_that_is_counted_or_of_nothing(language: str) -> None:
    keys = messages(language).keys()
    counted = {key for key in keys if key.endswith(".many")}
    assert {english_of(key) for key in keys if key.endswith(".few")} in (set(), counted)


@pytest.mark.parametrize(
    ("number", "said"), [(0, "0 punktów"), (1, "1 punkt"), (2, "2 punkty"), (5, "5 punktów"), (12, "12 punktów"), (22, "22 punkty")]
)
def test_polish_counts_in_three_ways(number: int, said: str) -> None:
    assert catalogue("pl").count("marks", number) == said


@pytest.mark.parametrize("language", languages())
def test_messages_are_of_one_kind_and_fill_in_the_same_values(language: str) -> None:
    for key, message in messages(language).items():
        english = messages("en")[english_of(key)]
        assert type(message) is type(english), key
        assert values(message) == values(english), key
        assert isinstance(english, str) or key.startswith("emphasis") or len(message) == len(english), key


def test_a_language_without_a_catalogue_has_english_words_and_its_own_tag() -> None:
    italian = catalogue("it-CH")
    assert italian.language == "it-CH"
    assert italian.say("page.turn_over") == "Turn over"
    assert catalogue("cy").say("page.turn_over") == "Trowch drosodd"


@pytest.mark.parametrize(("language", "written"), [("en", "12,345.6"), ("de", "12.345,6"), ("fr", "12\u00a0345,6"), ("nl", "12,345.6")])
def test_numbers_are_written_as_the_language_does(language: str, written: str) -> None:
    assert catalogue(language).figures("12,345.6") == written


def test_welsh_says_two_otherwise() -> None:
    welsh = catalogue("cy")
    assert [welsh.count("marks", number) for number in (1, 2, 3)] == ["1 marc", "2 farc", "3 marc"]
    assert [catalogue("en").count("marks", number) for number in (1, 2, 3)] == ["1 mark", "2 marks", "3 marks"]


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("key", ["reader.rating", "worksheet.exit.confident", "pack.credit.note", "reader.instead.pack.credit.note"])
def test_what_tells_of_the_boxes_for_rating_names_their_letters(language: str, key: str) -> None:
    wording = catalogue(language)
    letters = wording.lines("rating.letters")
    assert len(set(letters)) == 3
    assert re.findall(rf"(?<!\w)(?:{'|'.join(letters)})(?!\w)", wording.say(key)) == list(letters)


def test_two_lines_are_counted_in_welsh_as_it_counts_two() -> None:
    assert catalogue("cy").count("reader.space", 2) == "Lle i ateb, 2 linell"
    assert catalogue("cy").count("reader.space", 3) == "Lle i ateb, 3 llinell"


@pytest.mark.parametrize(
    ("language", "one", "many"),
    [
        ("en", "TOTAL FOR PAPER: 1 MARK", "TOTAL FOR PAPER: 5 MARKS"),
        ("fr", "TOTAL DU SUJET\u00a0: 1 POINT", "TOTAL DU SUJET\u00a0: 5 POINTS"),
        ("es", "TOTAL DEL EXAMEN: 1 PUNTO", "TOTAL DEL EXAMEN: 5 PUNTOS"),
        ("el", "Σύνολο διαγωνίσματος: 1 μονάδα", "Σύνολο διαγωνίσματος: 5 μονάδες"),
    ],
)
def test_the_total_of_one_mark_is_no_plural(language: str, one: str, many: str) -> None:
    words = catalogue(language)
    assert words.count("paper.total", 1) == one
    assert words.count("paper.total", 5) == many


@pytest.mark.parametrize(
    ("language", "first", "later"),
    [
        ("fr", "1er juin 2027", "14 juin 2027, 09:00"),
        ("el", "1η Ιουνίου 2027", "14 Ιουνίου 2027, 09:00"),
        ("de", "1.\u00a0Juni 2027", "14.\u00a0Juni 2027, 09:00"),
    ],
)
def test_the_first_of_a_month_is_written_as_the_language_does(language: str, first: str, later: str) -> None:
    words = catalogue(language)
    assert words.moment("2027-06-01") == first
    assert words.moment("2027-06-14T09:00") == later


@pytest.mark.parametrize("number", range(1, 11))
def test_welsh_numbers_are_said_behind_words_that_mutate_them(number: int) -> None:
    welsh = catalogue("cy")
    word = welsh.say(f"number.{number}")
    assert not re.match(r"D[AE]|T|P", word)  # "Atebwch DDAU", "Unrhyw dri", "o bedwar"
    assert word in welsh.lines("emphasis")


def test_welsh_sentences_hold_any_subject_and_any_number_of_things() -> None:
    welsh = catalogue("cy")
    assert welsh.say("question.about", subject="catalyddion").endswith("yw catalyddion.")
    told = welsh.say("section.choose.instruction", choose="DDAU", of="bedwar", marks="4 marc")
    assert told == "Atebwch DDAU o’r cwestiynau yn yr adran hon (dewis o bedwar). Mae pob un yn werth 4 marc."


def test_options_parts_and_sections_have_the_letters_of_the_language() -> None:
    greek = catalogue("el")
    assert [greek.lettered(letter) for letter in ("A", "B", "C", "a", "f", "")] == [
        "Α",
        "Β",
        "Γ",
        "α",
        "στ",
        "",
    ]  # Greek letters, no Latin one
    assert [greek.option(index) for index in (0, 5, 6, 10)] == ["Α", "ΣΤ", "Ζ", "ΙΑ"]
    assert (greek.part(3, "b"), greek.part(3, "")) == ("3(β)", "3")
    assert (catalogue("pl").lettered("C"), catalogue("cy").option(3), catalogue("en").part(3, "b")) == ("C", "D", "3(b)")
    assert catalogue("el").lettered("7") == "7"


def test_a_label_is_kept_as_english_counts() -> None:
    for place, letter in enumerate("abcdefghijklmnopqrstuvwxyz"):
        assert as_english(catalogue("el").part(place, letter)) == f"{place}({letter})"
    assert [as_english(label) for label in ("3(b)", "12", "1(ζζ)")] == ["3(b)", "12", "1(ζζ)"]
