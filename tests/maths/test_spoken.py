"""Formulas read out in other languages than English: as their teachers would, told apart as English does, and never in two languages at once."""

from __future__ import annotations

from string import Formatter

import pytest

from packbuilder import maths
from packbuilder.maths.english import MORE, phrases
from packbuilder.maths.speech import Speech
from packbuilder.maths.voice import vocabulary
from packbuilder.wording import languages

from .cases import CASES, FOLDER

OTHERS = tuple(tag for tag in maths.spoken_languages() if tag != "en")
FORMULAS = tuple((FOLDER / "distinct.list").read_text(encoding="utf-8").splitlines()[1:])
FRAMES = (
    r"\frac{%s}{%s}", r"\sqrt{%s} + %s", r"\sqrt[%s]{%s}", "{%s}^{%s}", "{%s}_{%s}", r"\binom{%s}{%s}", r"\left|%s\right| %s",
    r"\sum_{%s}^{%s} x", r"\lim_{x \to %s} %s", r"\begin{pmatrix} %s & %s \end{pmatrix}", r"\begin{pmatrix} %s \\ %s \end{pmatrix}",
    r"\overline{%s} %s", r"\log_{%s} %s", r"\begin{cases} %s & x > 0 \\ %s & x < 0 \end{cases}", r"{}^{%s}C_{%s}",
)  # fmt: skip
_EVERYDAY = 25
"""Languages that the program is sold for hold so many cases at least, others fifteen."""


def _cases(tag: str) -> list[tuple[str, str]]:
    blocks = (FOLDER / f"spoken-{tag}.txt").read_text(encoding="utf-8").strip().split("\n\n")[1:]
    lines = (block.splitlines() for block in blocks)
    return [(source.removeprefix("source: "), words.removeprefix("speech: ")) for source, words in lines]


def _spoken(source: str, tag: str) -> Speech:
    return maths.to_speech(maths.parse(source).tree, tag)


def test_formulas_are_spoken_in_every_language_of_the_wording() -> None:
    assert maths.spoken_languages() == languages()


@pytest.mark.parametrize(("tag", "source", "words"), [(tag, *case) for tag in OTHERS for case in _cases(tag)])
def test_what_is_said(tag: str, source: str, words: str) -> None:
    assert _spoken(source, tag) == Speech(words=words, language=tag)


@pytest.mark.parametrize("tag", OTHERS)
def test_there_are_cases_enough(tag: str) -> None:
    assert len(_cases(tag)) >= (_EVERYDAY if tag in ("fr", "de", "es") else 15)


@pytest.mark.parametrize("tag", OTHERS)
def test_what_english_tells_apart_is_told_apart(tag: str) -> None:
    pairs = zip(FORMULAS, FORMULAS[1:], strict=False)
    framed = [FRAMES[at % len(FRAMES)] % pair for at, pair in enumerate(pairs)]
    once = [frame % (source, "y") for frame in FRAMES for source in FORMULAS[::3]]
    english: dict[str, str] = {}
    alike = list[tuple[str, str, str]]()
    spoken = 0
    for source in (*FORMULAS, *framed, *once, *(case.source for case in CASES)):
        said, plainly = _spoken(source, tag), _spoken(source, "en").words
        if said.language != tag:
            continue
        spoken += 1
        if english.setdefault(said.words, plainly) != plainly:
            alike.append((source, said.words, english[said.words]))
    assert alike == []
    assert spoken > 800


@pytest.mark.parametrize("tag", OTHERS)
def test_ends_are_said_wherever_english_says_them(tag: str) -> None:
    """The pauses between which an end is said are the same: what a formula holds has the same beginnings and ends in every language."""
    for source in (*FORMULAS, *(case.source for case in CASES)):
        said = _spoken(source, tag)
        # A language may have a word for what is several in English: degrees Celsius, a recurring block.
        if said.language == tag and "recurring" not in (plainly := _spoken(source, "en").words):
            assert said.words.count(",") == plainly.count(","), source


@pytest.mark.parametrize("tag", OTHERS)
def test_a_phrase_has_the_names_that_english_fills_in(tag: str) -> None:
    english, own = phrases(), vocabulary(tag)
    assert own is not None
    assert set(own) - set(english) <= MORE
    for key, words in own.items():
        wanted = _names(english[key]) if key in english else {"of"} if key.startswith("root.") else set[str]()
        # English makes an ordinal of an index; a language may say it as it is, or a number by its name.
        assert _names(words) - {"n"} == wanted - {"n", "nth"}, key
        assert words == words.strip() and not set(words) & set("\\^_$&<>"), key


def _names(phrase: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(phrase) if name}


def test_which_words_each_language_lacks_is_known() -> None:
    """A formula that needs one of them is in English: whoever adds a word to a vocabulary takes it out of the list."""
    listed = dict(line.split(": ", 1) for line in (FOLDER / "unspoken.list").read_text(encoding="utf-8").splitlines()[1:])
    lacking = {tag: " ".join(sorted(set(phrases()) - set(vocabulary(tag) or ()))) for tag in OTHERS}
    assert lacking == listed


def test_a_formula_is_in_one_language() -> None:
    assert _spoken(r"2\sqrt{x} \vdash y", "fr") == Speech(words=_spoken(r"2\sqrt{x} \vdash y", "en").words, language="en")
    assert _spoken("x^2", "fr-CA") == Speech(words="x au carré", language="fr-CA")
    assert _spoken("x^2", "nl") == Speech(words="x squared", language="en")
    assert _spoken("x^2", "en-GB") == Speech(words="x squared", language="en-GB")


def test_words_of_the_formulas_own_are_said_as_they_are() -> None:
    assert _spoken(r"\text{où } x > 0", "fr").words == "où x est strictement supérieur à 0"


def test_a_colon_divides_where_only_one_side_has_it() -> None:
    assert [_spoken(source, "de").words for source in ("12 : 4 = 3", "a : b = c : d", "1 : 200")] == [
        "12 geteilt durch 4 gleich 3",
        "a zu b gleich c zu d",
        "1 zu 200",
    ]


@pytest.mark.parametrize(
    ("source", "words"),
    [
        (r"25^\circ\mathrm{C}", "25 degrés Celsius"),
        (r"25\,^\circ\mathrm{C}", "25 degrés Celsius"),
        ("25 °C", "25 degrés Celsius"),
        (r"x^\circ C", "x degrés Celsius"),
        (r"45^\circ + C", "45 degrés plus C"),
        ("2 C", "2 C"),
    ],
)
def test_degrees_celsius_are_one_thing(source: str, words: str) -> None:
    assert _spoken(source, "fr").words == words


def test_a_comma_of_decimals_is_one_only_where_numbers_have_it() -> None:
    assert _spoken(r"0{,}\overline{6}", "fr").words == "0,6 périodique"
    assert _spoken(r"0{,}\overline{6}", "en").words == "0, 6 bar"
