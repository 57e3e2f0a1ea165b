"""Reviewing: what people have approved or dropped stands before what is derived, and is told when its notes have changed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from packbuilder.derive.ids import item_id
from packbuilder.diagnostics import Diagnostic, Span, counted, error, lines_named, note, warning
from packbuilder.errors import nearest_hints
from packbuilder.model.item import Item
from packbuilder.model.raw_item import RawItem, Scalar
from packbuilder.model.topic import Topic
from packbuilder.values import dataclass

STATUSES = ("draft", "approved", "dropped")
_CHANGED = 0.6
"""Words of the notes that are so much like those of an entry are the same point, changed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """An entry of a review file: the id that its question has for good, its status, and the notes' words it came from."""

    raw: RawItem
    id: str
    status: str
    origin: str


def source_texts(topic: Topic) -> dict[str, str]:
    """Return the words of the notes from which each derived item of a topic can come, by the item's id."""
    # Imported here: it brings the whole grammar, which nobody needs who has no reviews and finds the questions in the cache.
    from packbuilder.derive.vocabulary import with_meanings

    texts = {item_id(topic.id, "p", point.text): point.text for point in topic.marking_points}
    for concept in with_meanings(topic).concepts:
        said = f"{concept.term}: {concept.definition}"
        texts.update({item_id(topic.id, letter, said): said for letter in "dtc"})
    for wrong in (each for each in topic.misconceptions if each.claim):
        texts.update({item_id(topic.id, letter, wrong.claim): wrong.claim for letter in "mfxts"})
    return texts


def reviews_of(items: tuple[RawItem, ...]) -> tuple[tuple[Review, ...], tuple[Diagnostic, ...]]:
    """Read status and origin of each entry of a review file."""
    found: list[Diagnostic] = []
    reviews: list[Review] = []
    for raw in items:
        status = _text(raw, "status") or "draft"
        if status not in STATUSES:
            span = raw.fields.values["status"].span
            found.append(
                error("B401", f"`status` is {status!r}: it must be draft, approved or dropped", span, *nearest_hints(status, STATUSES))
            )
            continue
        reviews.append(Review(raw=raw, id=f"{raw.topic}.{_text(raw, 'id')}", status=status, origin=_text(raw, "from")))
    return tuple(reviews), tuple(found)


def _text(raw: RawItem, name: str) -> str:
    value = raw.fields.values.get(name)
    return value.text if isinstance(value, Scalar) else ""


def reviewed(
    derived: tuple[Item, ...], reviews: tuple[Review, ...], built: tuple[Item, ...], topics: tuple[Topic, ...]
) -> tuple[tuple[Item, ...], tuple[Diagnostic, ...]]:
    """Put approved entries in the place of derived items, and drop what is dropped; `built` are the entries' own items.

    Returns all items, and what the notes have changed since: entries that are stale or whose words are gone, and how many
    questions are new.
    """
    about = {review.raw.topic for review in reviews}
    texts = {id_: text for topic in topics if topic.id in about for id_, text in source_texts(topic).items()}
    own = {item.id: item for item in built}
    by_id = {item.id: item for item in derived}
    known = {review.id for review in reviews}
    found: list[Diagnostic] = []
    result = dict(by_id)
    points = points_of(reviews, texts)
    for review in reviews:
        twin = points.get(review.id, "")
        if not twin:
            if review.status == "approved":
                found.append(_gone(review))
            continue
        known.add(twin)
        if is_stale(review, points, texts):
            found.append(_stale(review, texts[twin]))
        if review.status == "dropped":
            result.pop(twin, None)
        elif review.status == "approved" and review.id in own:
            model = by_id.get(twin)
            tests = model.tests if model else own[review.id].tests
            exposes = model.exposes if model else own[review.id].exposes
            result[twin] = replace(own[review.id], tests=tests, exposes=exposes, rule=model.rule if model else "review")
    found.extend(_unused(reviews, by_id, texts))
    found.extend(_new(by_id, known, reviews, texts))
    return tuple(result.values()), tuple(found)


def points_of(reviews: tuple[Review, ...], texts: dict[str, str]) -> dict[str, str]:
    """Return by each entry's id that of the point that it is about: its own, or the one that its words have become."""
    known = {review.id for review in reviews}
    found: dict[str, str] = {}
    for review in reviews:
        twin = review.id if review.id in texts else _changed(review, texts, known)
        if twin:
            known.add(twin)
            found[review.id] = twin
    return found


def is_stale(review: Review, points: dict[str, str], texts: dict[str, str]) -> bool:
    """Whether the notes now say otherwise what an entry is about; not where the new words stand in `from:` already."""
    twin = points.get(review.id, review.id)
    return twin != review.id and texts[twin].split() != review.origin.split()


def _changed(review: Review, texts: dict[str, str], known: set[str]) -> str:
    """Return the id of the point that an entry's words have become, or an empty text. Only points that no entry has."""
    # Imported here: only points whose words have changed are compared.
    from difflib import SequenceMatcher

    topic, _, name = review.id.rpartition(".")
    near = (
        (SequenceMatcher(None, review.origin, text).ratio(), id_)
        for id_, text in texts.items()
        if id_ not in known and id_.startswith(f"{topic}.{name[:1]}-")
    )
    ratio, best = max(near, default=(0.0, ""))
    return best if ratio >= _CHANGED else ""


def _stale(review: Review, now: str) -> Diagnostic:
    return warning(
        "B402",
        f"stale: the notes now say “{now}”",
        review.raw.span,
        "The question is used as it stands here. Put it right, and write the new words after `from:`; if it is about something else, move it to "
        "a bank of your own, and `packbuilder draft` writes the new point's."
        if review.status == "approved"
        else "Write the new words after `from:` to keep the entry with its point.",
    )


def _unused(reviews: tuple[Review, ...], by_id: dict[str, Item], texts: dict[str, str]) -> Iterator[Diagnostic]:
    """Yield a warning for each file with drafts that are not what the notes give: somebody has edited them, and they are not used."""
    drafts = [review for review in reviews if review.status == "draft" and review.id in by_id]
    if not drafts:
        return
    # Imported here: only drafts are compared, and what is asked otherwise needs no kind of question.
    from packbuilder.app.draft_entries import entry_of, is_edited

    places: dict[str, list[Span]] = {}
    for review in drafts:
        entry = entry_of(by_id[review.id], texts)
        if entry is not None and is_edited(review.raw, entry):
            places.setdefault(review.raw.span.path, []).append(review.raw.span)
    for spans in places.values():
        several = len(spans) > 1
        subject = f"the drafts of {lines_named(span.line for span in spans)} differ" if several else "this draft differs"
        message = f"{subject} from what the notes give, and {'are' if several else 'is'} not used"
        hint = "Set `status: approved` to use what stands here; remove an entry, and `packbuilder draft` writes it anew."
        yield warning("B405", message, spans[0], hint)


def _gone(review: Review) -> Diagnostic:
    hint = "The question is not used. Remove the entry, or move it to a bank of your own to keep it."
    return warning("B403", f"gone: the notes no longer hold “{review.origin}”", review.raw.span, hint)


def _new(by_id: dict[str, Item], known: set[str], reviews: tuple[Review, ...], texts: dict[str, str]) -> Iterator[Diagnostic]:
    """Note for each reviewed topic how many of its questions no entry speaks of."""
    for topic in dict.fromkeys(review.raw.topic for review in reviews):
        new = [id_ for id_ in by_id if id_ in texts and id_ not in known and by_id[id_].topic == topic]
        if new:
            place = next(review.raw.span for review in reviews if review.raw.topic == topic)
            message = f"{counted(len(new), 'question')} of {topic} {'are' if len(new) != 1 else 'is'} new since the review"
            yield note("B404", message, place, f"`packbuilder draft {topic}` adds {'them' if len(new) != 1 else 'it'} to the file.")
