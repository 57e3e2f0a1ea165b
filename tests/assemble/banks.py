"""Item banks for tests of assembly, made without notes: what matters here is marks, topics, kinds and clashes."""

from __future__ import annotations

from packbuilder.diagnostics import Span
from packbuilder.model.bank import ItemBank
from packbuilder.model.form import Form
from packbuilder.model.item import Interaction, Item, Stimulus
from packbuilder.model.scheme import KeyScheme
from packbuilder.model.topic import Topic
from packbuilder.question_types.multiple_choice import Choice, MultipleChoice
from packbuilder.question_types.written import Written
from packbuilder.text import plain

SPAN = Span(path="notes.txt", line=1)


def item(name: str, marks: int, *, topic: str = "t0", choice: bool = False, tests: str = "", exposes: str = "", **more: object) -> Item:
    """An item that asks for itself alone, unless `tests` names something that others ask too."""
    written: Interaction = Written(kind="extended_response" if marks >= 6 else "short_answer")
    options = tuple(Choice(text=plain(f"{name} {word}"), correct=word == "one") for word in ("one", "two", "three", "four"))
    values: dict[str, object] = {
        "stem": plain(f"Explain {name}."),
        "interaction": MultipleChoice(options=options) if choice else written,
        "scheme": KeyScheme(),
        "command": "Explain",
        "objectives": ("AO1",),
        "difficulty": min(5, 1 + marks // 2),
        "rule": "choice" if choice else "R4",
        **more,
    }
    return Item(
        id=name,
        topic=topic,
        marks=marks,
        span=SPAN,
        tests=frozenset({tests or name}),
        exposes=frozenset({exposes} if exposes else ()),
        **values,  # type: ignore[arg-type]  # the names are Item's own
    )


def stimulus(name: str) -> Stimulus:
    return Stimulus(id=name, title="Table 1", blocks=(), span=SPAN)


def bank(*items: Item) -> ItemBank:
    """A bank of those items, with a topic of notes for each topic that they name."""
    names = dict.fromkeys(each.topic for each in items)
    return ItemBank(topics=tuple(Topic(id=name, title=name.upper(), span=SPAN) for name in names), items=items)


def mixed(count: int, *, topics: int = 4) -> ItemBank:
    """A bank of so many items of 1 to 9 marks over some topics; every third question is asked in two ways."""
    marks = (1, 1, 2, 3, 4, 4, 6, 9)
    return bank(
        *(
            item(f"i{n}", marks[n % 8], topic=f"t{n % topics}", choice=n % 8 < 2, tests=f"k{n - 1 if n % 3 == 2 else n}")
            for n in range(count)
        )
    )


def items_of(form: Form) -> tuple[Item, ...]:
    """All items of a form, in their order on paper."""
    return tuple(part.item for question in form.questions for part in question.parts)


def names_of(form: Form) -> frozenset[str]:
    return frozenset(each.id for each in items_of(form))
