"""What a page shows, as plain values for the templates: everything here is data, and the templates escape all of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from packbuilder.app.blueprints import blueprint_names
from packbuilder.app.excerpts import Excerpt, excerpts
from packbuilder.app.offers import Offer, Share
from packbuilder.app.orders import LAYOUTS, Order
from packbuilder.app.standing import Standing
from packbuilder.diagnostics import Severity, counted
from packbuilder.local import choices
from packbuilder.local.choices import Choice
from packbuilder.local.words import Failure, failure_of, kind_words, lacking_words, page_hints
from packbuilder.values import dataclass

_SHOWN_LOSSES = 30

_OTHER = "Other topics"


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicRow:
    """A topic to choose."""

    id: str
    title: str
    language: str
    about: str
    chosen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """A subject and its topics."""

    name: str
    topics: tuple[TopicRow, ...]

    @property
    def chosen(self) -> int:
        """How many of its topics are chosen."""
        return sum(topic.chosen for topic in self.topics)


def subjects(standing: Standing, order: Order) -> tuple[Subject, ...]:
    """Return all topics by subject, subjects by name; topics without one come last."""
    bank = standing.library.bank
    questions = Counter(item.topic for item in bank.items)
    marks: Counter[str] = Counter()
    for item in bank.items:
        marks[item.topic] += item.marks
    topics = {topic.id: topic for topic in bank.topics}
    chosen = frozenset(order.topics)
    groups: dict[str, list[TopicRow]] = {}
    for id_ in standing.ids:
        topic = topics.get(id_)
        about = f"{counted(questions[id_], 'question')}, {counted(marks[id_], 'mark')}" if questions[id_] else "notes only"
        row = TopicRow(
            id=id_,
            title=topic.title if topic else id_,
            language=topic.language if topic else "en-GB",
            about=about,
            chosen=id_ in chosen,
        )
        groups.setdefault(topic.subject if topic else "", []).append(row)
    names = sorted(groups, key=lambda name: (not name, name.casefold()))
    return tuple(Subject(name=name or (_OTHER if len(names) > 1 else "Topics"), topics=tuple(groups[name])) for name in names)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mistake:
    """A mistake or loss in a source, with its line."""

    excerpt: Excerpt
    hints: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mistakes:
    """What is wrong in the folder: what must be mended, what is lost on the way to paper and how much more of that there is, and what stops all."""

    errors: tuple[Mistake, ...] = ()
    losses: tuple[Mistake, ...] = ()
    more: int = 0
    failure: Failure | None = None


def mistakes(standing: Standing) -> Mistakes:
    """Return what is wrong in the folder."""
    root = standing.workplace.root
    lost = [d for d in standing.diagnostics if d.severity is Severity.WARNING]
    found = excerpts((*standing.errors, *lost[:_SHOWN_LOSSES]), root)
    told = tuple(Mistake(excerpt=each, hints=page_hints(each.diagnostic.hints)) for each in found)
    count = len(standing.errors)
    bare = standing.failure is not None and not count
    return Mistakes(
        errors=told[:count],
        losses=told[count:],
        more=len(lost) - len(told) + count,
        failure=failure_of(standing.failure) if bare and standing.failure else None,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetKind:
    """A kind of worksheet to choose, and what the chosen topics give of it (empty: nobody has asked yet)."""

    choice: Choice
    chosen: bool
    gives: str = ""
    lacks: str = ""


def sheet_kinds(order: Order, offer: Offer | None) -> tuple[SheetKind, ...]:
    """Return every kind of worksheet with what the chosen topics give of it."""
    given = {each.kind.name: each for each in offer.worksheets} if offer else {}
    return tuple(
        SheetKind(
            choice=choice,
            chosen=choice.value in order.kinds,
            gives=counted(found.count, "task") if (found := given.get(choice.value)) and found.count else "",
            lacks=lacking_words(found.reason) if found and not found.count else "",
        )
        for choice in choices.sheet_kinds()
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferView:
    """What the chosen topics give: a sentence, what is to be made of them, a warning where that cannot be had, and tables."""

    summary: str
    wish: str = ""
    kinds: tuple[Share, ...] = ()
    objectives: tuple[Share, ...] = ()
    failure: Failure | None = None


def offer_view(offer: Offer, order: Order) -> OfferView:
    """Return what topics give, in words."""
    if not offer.topics:
        return OfferView(summary="Choose one or more topics to see what they give.")
    return OfferView(
        summary=" ".join(_offered(offer, order)),
        wish=_wish(offer, order),
        kinds=tuple(Share(name=kind_words(each.name), questions=each.questions, marks=each.marks) for each in offer.kinds),
        objectives=tuple(
            Share(name=choices.OBJECTIVES.get(each.name, each.name), questions=each.questions, marks=each.marks)
            for each in offer.objectives
        ),
        failure=_too_much(offer, order) or (failure_of(offer.problem) if offer.problem else _lacking(offer, order)),
    )


def _wish(offer: Offer, order: Order) -> str:
    """Return what is to be made, in short."""
    product = next(choice.name for choice in choices.PRODUCTS if choice.value == order.product)
    if order.product == "worksheet":
        product = ", ".join(choices.KIND_NAMES[kind] for kind in order.kinds) or product
    if order.product == "paper":
        product = f"{product} of {counted(order.marks, 'mark')}" if not order.blueprint else f"{product} to {order.blueprint}"
    versions = f" in {counted(order.versions, 'version')}" if order.versions > 1 and order.product in ("worksheet", "paper") else ""
    return f"{product}{versions}, from {counted(offer.topics, 'topic')}."


def _offered(offer: Offer, order: Order) -> Iterator[str]:
    verb = "gives" if offer.topics == 1 else "give"
    yield f"{counted(offer.topics, 'topic')} {verb} {counted(offer.questions, 'question')} worth {counted(offer.marks, 'mark')}."
    if order.product == "paper" and offer.most:
        yield f"One paper can have up to {counted(offer.most, 'mark')}."
    if order.product == "paper" and not offer.exact:
        yield "Of so many questions, whether such a paper can be made is found when it is made."
    if order.product == "paper" and offer.minutes and not order.minutes and offer.problem is None:
        yield f"Time allowed: {counted(offer.minutes, 'minute')}."
    if order.product == "worksheet" and offer.worksheets:
        yield f"{sum(bool(each.count) for each in offer.worksheets)} of {len(offer.worksheets)} kinds of worksheet can be made."
    if order.product == "cards":
        yield f"That makes {counted(offer.cards, 'card')}."


def _too_much(offer: Offer, order: Order) -> Failure | None:
    """Return what stands against a paper of more marks than there are: the commonest case, in the plainest words."""
    most = offer.most if offer.exact else offer.marks
    if order.product != "paper" or order.blueprint or not 0 < most < order.marks:
        return None
    return Failure(
        message=f"You ask for {counted(order.marks, 'mark')}; these topics give {most} at most on one paper.",
        hints=(f"Ask for {counted(most, 'mark')} or fewer, or choose more topics.",),
    )


def _lacking(offer: Offer, order: Order) -> Failure | None:
    """Return what stands against worksheets and cards: no kind that is chosen can be made of these notes."""
    if order.product == "cards" and not offer.cards:
        return Failure(message="These topics give no flashcards: their notes have no terms with meanings.")
    if order.product != "worksheet":
        return None
    lacking = [each.reason for each in offer.worksheets if each.kind.name in order.kinds and not each.count]
    if not lacking:
        return None
    rest = "The other kinds that you chose are made." if len(lacking) < len(order.kinds) else "Choose another kind, or more topics."
    return Failure(message=" ".join(map(lacking_words, lacking)), hints=(rest,))


def form_choices(standing: Standing) -> Mapping[str, tuple[Choice, ...]]:
    """Return the choices that every page has, by the name of their field."""
    return {
        "product": choices.PRODUCTS,
        "variant": choices.VARIANTS,
        "pack_answers": choices.PACK_ANSWERS,
        "answers": choices.ANSWERS,
        "per_page": choices.PER_PAGE,
        "turn": choices.TURNS,
        "sides": choices.SIDES,
        "imposition": choices.IMPOSITIONS,
        "edition": choices.EDITIONS,
        "layout": choices.layouts(standing.layouts or tuple(dict.fromkeys(LAYOUTS.values()))),
        "blueprint": choices.blueprints(blueprint_names(standing.workplace)),
    }
