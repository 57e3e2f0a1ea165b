"""Items from a topic's marking points, each with its scheme; and the points that gave none, with the reason."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from typing import Literal

from packbuilder.bands import set_apart
from packbuilder.derive.definitions import concept_key, named_key, recall_key, worth_of
from packbuilder.derive.ids import item_id, right_key, synopsis_key
from packbuilder.derive.marking_points.alike import alike, words_of
from packbuilder.derive.marking_points.answers import without_example
from packbuilder.derive.marking_points.asked_aloud import as_asked
from packbuilder.derive.marking_points.attached import ATTACHED, Above
from packbuilder.derive.marking_points.both_views import both_views
from packbuilder.derive.marking_points.counts import asked_for, bracketed_apart
from packbuilder.derive.marking_points.credited import settled
from packbuilder.derive.marking_points.jotted import jotted
from packbuilder.derive.marking_points.known_terms import asked_of_term
from packbuilder.derive.marking_points.last_gate import kept_back
from packbuilder.derive.marking_points.lettered import mixed
from packbuilder.derive.marking_points.levels import left_by_levels
from packbuilder.derive.marking_points.mark_codes import without_result
from packbuilder.derive.marking_points.masks import unmasked
from packbuilder.derive.marking_points.normal import Normal, normalise
from packbuilder.derive.marking_points.numbered import with_number
from packbuilder.derive.marking_points.objectives import served
from packbuilder.derive.marking_points.options import chosen, chosen_abroad, left_to_choose, lettered_in, options_in
from packbuilder.derive.marking_points.outcome import STATEMENT, TORN, Asked, LeftOut
from packbuilder.derive.marking_points.overlaps import also_tested, only_meant
from packbuilder.derive.marking_points.part_marks import with_last_whole
from packbuilder.derive.marking_points.pieces import STOPPED
from packbuilder.derive.marking_points.rewritten import rewritten
from packbuilder.derive.marking_points.rules import ask
from packbuilder.derive.marking_points.scenes import asks_why, commands_besides, scene_of, with_command, without_source
from packbuilder.derive.marking_points.schemes import put_right_by, scheme_of
from packbuilder.derive.marking_points.shared_nouns import with_shared_noun
from packbuilder.derive.marking_points.spoken import asked_in
from packbuilder.derive.marking_points.stated import both_of_a_pair, shared_out, unfit, with_its_reason, within_reach
from packbuilder.derive.marking_points.statements import Stated, as_heading, as_question, left_row, subject_of_row
from packbuilder.derive.marking_points.statements.terms import opens_with_kind
from packbuilder.derive.marking_points.statements.worth import within_answer
from packbuilder.derive.marking_points.stimulus import names_source
from packbuilder.derive.marking_points.tariff import DRAWN, LEVELS_FROM, TARIFF, reasoned, tariff_of
from packbuilder.derive.marking_points.told_what import without_definition
from packbuilder.derive.marking_points.tongue import IN_ENGLISH, Tongue, tongue_of, tongue_of_point
from packbuilder.derive.marking_points.whole_sums import with_all_values
from packbuilder.derive.marking_points.words import content_words
from packbuilder.derive.names import is_called
from packbuilder.derive.synopsis import subject_sentences
from packbuilder.derive.terms import named_in, subjects_in
from packbuilder.derive.vocabulary import told_by, with_told
from packbuilder.grammars import grammar_of
from packbuilder.languages import ENGLISH, primary
from packbuilder.leads import without_marks
from packbuilder.markup import flat, rich
from packbuilder.model.bank import OTHER_TONGUE, Omission
from packbuilder.model.item import Interaction, Item
from packbuilder.model.scheme import KeyScheme, LevelsScheme, PointsScheme, Scheme, has_content
from packbuilder.model.topic import MarkingPoint, Topic
from packbuilder.paired import in_words, pair_in
from packbuilder.patterns import regex
from packbuilder.question_types.diagrams_asked import diagram_asked
from packbuilder.question_types.free_drawing import FreeDrawing
from packbuilder.question_types.multiple_choice import Choice, MultipleChoice
from packbuilder.question_types.written import Written
from packbuilder.values import dataclass

_UNSUPPORTED = 0.1
"""So much less sure is an item whose scheme holds nothing but the point itself: others are drawn before it."""

_FEW_ANSWERS = 2
"""Of so many answers each is worth keeping from the stems beside it; a longer list is not given away by one of its names."""

_NO_QUESTION = frozenset({"R8", "R9", "R11"})
"""The rules that leave out what may be a statement."""

_OF_STATEMENT = 0.7
"""How sure a question is that a statement answers: what the notes ask themselves is drawn before it."""

_SAID_THAT = regex(
    r"(?:Stat(?:e|es|ing)|Know(?:s|ing)?|Recall(?:s|ing)?|Recognis(?:e|es|ing)|Understand(?:s|ing)?|Not(?:e|es|ing)|Mention(?:s|ing)?|Identif(?:y|ies|ying)|Realis(?:e|es|ing)) that (?P<said>(?!.*\bmarks?\b)\S.*)$"
)
"""A statement that answers are to make."""
_NO_TASK = regex(
    r"[.:;→]\s|\(\d[^()]*\)|\band an? (?:comment|statement|conclusion|judgement|explanation|reason)\b|\bto be [^\s\d]*\d|\bas [^,]* (?:less|minus|plus|times|divided by|over|multiplied by)\b|\b(?:to use to|how to use (?:this|these|it|them)|(?:Figure|Fig|Table|Source|Item|Graph)s? [A-Z\d])\b|__|\bhow to (?:complete|fill in|circle|underline|tick) (?:the|this|these)\b"
)
"""What a sentence for a worksheet never holds: a result, a gap, something that is not there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
    """What became of one point, step by step: for `questions --explain`. `stem` is empty where nothing is asked."""

    point: MarkingPoint
    normal: Normal
    outcome: Asked | LeftOut
    stem: str = ""


def trace(point: MarkingPoint, tongue: Tongue = IN_ENGLISH, topic: Topic | None = None) -> Trace:
    """Take one point through the grammar. `tongue` is the language of the topic's points (`tongue_of`); `topic` has the terms that are known.

    A statement is left out, unless it has a form that leaves no doubt what it answers (`as_question`).
    """
    traced = _in_one_form(point, tongue, topic)
    outcome, normal = traced.outcome, traced.normal
    if tongue.said or isinstance(outcome, LeftOut) or outcome.rule == STATEMENT or outcome.options or outcome.space:
        return traced
    sentence = with_number(outcome.sentence, worth=normal.count, answers=normal.tail)
    if sentence == outcome.sentence:
        return traced
    outcome = replace(outcome, sentence=sentence)
    return replace(traced, outcome=outcome, stem=_stem(outcome, normal))


def _in_one_form(point: MarkingPoint, tongue: Tongue, topic: Topic | None) -> Trace:
    """Return what becomes of a point in the first of its forms that can be asked: as it is jotted, without its example, with both views behind it, as a statement."""
    if not tongue.said and (jot := jotted(point.text)).words != point.text:
        told = trace(replace(point, text=jot.words), tongue, topic)
        return replace(told, point=point, normal=replace(told.normal, guidance=(*told.normal.guidance, *jot.guidance)))
    if not tongue.said and (bare := without_example(point.text)) != point.text:
        told = _traced(replace(point, text=bare), tongue, topic)
        if isinstance(told.outcome, Asked):
            return replace(told, point=point, normal=replace(told.normal, full=point.text.rstrip(" .")))
    traced = _traced(point, tongue, topic)
    unread = isinstance(traced.outcome, LeftOut) or any(" / " in piece for piece in traced.normal.tail)
    if unread and not tongue.said and (views := both_views(served(point.text).text)):
        told = _traced(replace(point, text=views.asked), tongue, topic, answers=views.answers)
        if isinstance(told.outcome, Asked):
            objectives = traced.normal.objectives
            return replace(told, point=point, normal=replace(told.normal, full=point.text.rstrip(" ."), objectives=objectives))
    if not isinstance(traced.outcome, LeftOut) or tongue.said or point.cut:
        return traced
    if traced.outcome.rule not in _NO_QUESTION and not opens_with_kind(point.text):
        return traced
    words = without_marks(point.text)
    # "Award 1 mark for stating that X whereas Y": the statement stands behind what markers are told.
    said = _SAID_THAT.match(traced.normal.full)
    statement = rewritten(said["said"] if said else words)
    # What a fact is worth its question is, be it said before the fact.
    behind = "" if said else point.text.removeprefix(words)
    for read in (as_question, as_heading):
        stated = read(statement)
        if stated and (answered := _answered(point, tongue, topic, traced, stated, behind)):
            return answered
    whole = subject_of_row(point.text)
    told = _traced(replace(point, text=whole), tongue, topic) if whole else traced
    return replace(told, point=point) if isinstance(told.outcome, Asked) else traced


def _answered(point: MarkingPoint, tongue: Tongue, topic: Topic | None, traced: Trace, stated: Stated, behind: str) -> Trace | None:
    """Return the question that a statement answers, if it passes as it is meant; `behind` are the marks that stand behind the statement."""
    worth = traced.normal.count or stated.worth
    marks = behind or (f" [{worth}]" if worth else "")
    told = None
    if not (stated.whole or stated.each):
        told = _traced(replace(point, text=f"{stated.asked}{stated.sign} {stated.answer}{marks}"), tongue, topic)
    if told is None or not _is_asked(told, stated):
        told = _traced(replace(point, text=f"{stated.asked}{marks}"), tongue, topic, answers=stated.each or (stated.answer,))
    if not isinstance(told.outcome, Asked) or not _is_asked(told, stated):
        return None
    normal = replace(told.normal, full=traced.normal.full, raw=traced.normal.raw)  # the scheme prints what the notes say
    return replace(
        told,
        point=point,
        normal=normal,
        outcome=replace(told.outcome, rule=STATEMENT, confidence=_OF_STATEMENT, several=_how_many(told.outcome, told.normal, stated)),
    )


def _how_many(asked: Asked, normal: Normal, stated: Stated) -> int:
    """Return how many things the question asks for that a statement answers (0: its sentence tells)."""
    recalled = asked.command == "State"
    if stated.each:
        return len(stated.each) if recalled else 0
    return 1 if recalled and len(normal.tail) == 1 else asked.several


def _is_asked(told: Trace, stated: Stated) -> bool:
    """Whether a stem has no other words than the question has that a statement answers, and its answer is credited."""
    return bool(told.stem and told.normal.tail) and set(content_words(told.stem)) <= {*content_words(stated.asked), "state"}


def _traced(point: MarkingPoint, tongue: Tongue, topic: Topic | None, answers: tuple[str, ...] = ()) -> Trace:
    """Take the text of a point through the grammar as it stands; `answers` are what is credited for it."""
    normal, outcome = _with_levels(point.text, tongue, topic.language if topic is not None else ENGLISH)
    if topic is not None and not tongue.said:
        outcome = asked_of_term(normal, outcome, (concept.term for concept in topic.concepts))
    if isinstance(outcome, Asked) and answers:
        outcome = replace(outcome, given=answers)
    if isinstance(outcome, Asked) and outcome.space:
        normal = replace(normal, tail=outcome.given)
    elif isinstance(outcome, Asked) and outcome.given:
        # What brackets within it hold ("profit / revenue") is a part of it, and no other answer.
        others = (piece for piece in normal.tail if not any(piece.casefold() in whole.casefold() for whole in outcome.given))
        normal = replace(normal, tail=(*outcome.given, *others))
    if point.cut:
        left = LeftOut(rule="N", reason="the text is cut", remedy="Complete the point in the notes.")
        return Trace(point=point, normal=normal, outcome=left)
    if isinstance(outcome, Asked) and not tongue.said:
        whole = settled(normal)
        normal, outcome = (normal, whole) if isinstance(whole, LeftOut) else (whole, outcome)
    if isinstance(outcome, Asked) and not tongue.said and normal.tail:
        outcome, listed = without_definition(outcome, normal.tail)
        normal = replace(normal, tail=listed)
    if normal.masks:
        normal, outcome = _shown(normal), _said(outcome, normal.masks)
    if not tongue.said:
        outcome = with_all_values(normal.full, outcome)
    stem = _stem(outcome, normal) if isinstance(outcome, Asked) else ""
    if isinstance(outcome, Asked):
        # Levels say ranges of marks of their own, which were held against the question.
        said = "" if normal.bands else point.text
        outcome = unfit(said, stem, outcome.command, count=normal.count, listed=len(normal.tail)) or outcome
    if not tongue.said:
        outcome = _let_through(normal, outcome)
    return Trace(point=point, normal=normal, outcome=outcome, stem=stem if isinstance(outcome, Asked) else "")


def _let_through(normal: Normal, outcome: Asked | LeftOut) -> Asked | LeftOut:
    """Return an outcome as the last gate leaves it: a question on paper, and one for a worksheet."""
    if isinstance(outcome, LeftOut):
        said = outcome.worksheet
        spoilt = kept_back(said) or _NO_TASK.search(said) or names_source(said) or commands_besides(said)
        return replace(outcome, worksheet="") if said and spoilt else outcome
    if normal.torn and not outcome.options and normal.torn in outcome.sentence:
        return TORN
    # Options stand in the question themselves, and so do labels that are asked for.
    answers = () if outcome.options or outcome.space else normal.tail
    return kept_back(outcome.sentence, normal.scene, answers) or outcome


def _with_levels(text: str, tongue: Tongue, language: str) -> tuple[Normal, Asked | LeftOut]:
    """Return what `_read` does, with the objectives that a point names, and the levels of response that it has, apart from it."""
    serves = served(text if tongue.said else rewritten(text))
    apart = set_apart(serves.text)
    normal, outcome = _read(apart.text, tongue, language)
    normal = replace(normal, objectives=serves.objectives)
    if apart.remark:
        return replace(normal, raw=text, guidance=(*normal.guidance, f"{apart.remark}.")), outcome
    if not apart.bands:
        return normal, outcome
    top = apart.bands[-1].high
    left = left_by_levels(apart.bands, normal.count, outcome) if isinstance(outcome, Asked) else None
    return replace(normal, raw=text, bands=apart.bands, count=top), left or outcome


def _read(text: str, tongue: Tongue, language: str) -> tuple[Normal, Asked | LeftOut]:
    """Return a point ready for the rules, and what those make of it: for English the program's own, for other languages their grammar's.

    `language` is what the notes say of themselves: most of their points may be in English all the same.
    """
    if tongue.said:
        if options := lettered_in(text):
            normal, asked = asked_in(options.asked, tongue.said)
            return replace(normal, raw=text), chosen_abroad(options, asked)
        pair = pair_in(text)  # what heads ask is read in English alone
        return asked_in(pair.cell if pair else text, tongue.said)
    text = as_asked(with_command(text))
    if options := options_in(text):
        return replace(normalise(options.asked), raw=text), chosen(options)
    normal = normalise(text)
    if left := left_to_choose(normal.body, text) or without_result(text) or mixed(text):
        return normal, left
    if left := left_row(text):
        return replace(normal, full=in_words(text), guidance=()), left
    if tongue.name or (tongue := tongue_of_point(text)).name:
        if tongue.tag and tongue.tag == primary(language):
            return asked_in(text, language)
        return normal, LeftOut(rule=OTHER_TONGUE, reason=f"it is in {tongue.name}, and the notes are in English", remedy=_remedy(tongue))
    if left := without_source(normal.raw):
        return normal, left
    outcome = ask(normal)
    if (isinstance(outcome, LeftOut) or asks_why(text)) and (scene := scene_of(normal.raw)):
        # A sentence that tells something before it is asked about: by itself it is a statement.
        after = normalise(scene.asked, scene.told)
        asked = ask(replace(after, scene=scene.told, masks=normal.masks))
        return replace(after, scene=scene.told, masks=normal.masks, raw=normal.raw), asked
    return normal, outcome


def _remedy(tongue: Tongue) -> str:
    """Return what is to be done about points in another language than that of the notes."""
    if tongue.tag:
        return f"If all of the notes are, say so at the top of them: `language: {tongue.tag}`."
    return "Write the question in a bank, or the point in English."


def _shown(normal: Normal) -> Normal:
    """Return a point with what stands under its masks."""
    under = normal.masks
    tail, guidance = (tuple(unmasked(each, under) for each in texts) for texts in (normal.tail, normal.guidance))
    body, refer, full, raw, scene = (unmasked(text, under) for text in (normal.body, normal.refer, normal.full, normal.raw, normal.scene))
    return replace(
        normal,
        torn=unmasked(normal.torn, under),
        body=body,
        tail=tail,
        guidance=guidance,
        refer=refer,
        full=full,
        raw=raw,
        scene=scene,
        masks=(),
    )


def _said(outcome: Asked | LeftOut, under: tuple[str, ...]) -> Asked | LeftOut:
    """Return an outcome with what stands under its masks."""
    if isinstance(outcome, LeftOut):
        return replace(outcome, worksheet=unmasked(outcome.worksheet, under))
    left = tuple((unmasked(text, under), reason) for text, reason in outcome.left)
    return replace(outcome, sentence=unmasked(outcome.sentence, under), left=left)


@lru_cache(maxsize=8)
def traces(topic: Topic) -> tuple[Trace, ...]:
    """Return what became of each of a topic's points."""
    tongue = tongue_of(topic)
    return tuple(trace(point, tongue, topic) for point in topic.marking_points)


def point_items(topic: Topic) -> Iterator[Item | Omission]:
    """Yield an item or an omission for each marking point, in order; and an omission for each clause that was cut off.

    Two points that ask the same give one item. Points that ask nearly the same are enemies: no form has both. A line of guidance below a
    point goes into its scheme. Meanings that points tell are terms to be kept apart from, as key concepts are.
    """
    asked: dict[frozenset[str], Item] = {}
    tongue = tongue_of(topic)
    found: list[Item | Omission] = []
    above: Above | None = None
    known = with_told(topic, told_by(((each.point, each.normal, each.outcome) for each in traces(topic)), topic.language))
    for traced in traces(topic):
        point = traced.point
        if isinstance(traced.outcome, LeftOut):
            left = traced.outcome
            if above and not tongue.said and above.holds(point):
                left, above = ATTACHED, above.with_line(point)
                found[above.place] = above.item
            else:
                above = None
            found.append(_omitted(topic, point, left))
            continue
        words = words_of(traced.stem)
        if words in asked:
            first = asked[words]
            left = LeftOut(rule="N", reason=f"it asks the same as line {first.span.line}", remedy="")
            found.append(_omitted(topic, point, left))
            above = None
            continue
        item = _item(topic, known, traced, traced.outcome)
        near = frozenset(other.id for key, other in asked.items() if alike(words, key))
        asked[words] = item
        above = Above(item=replace(item, enemies=near) if near else item, place=len(found), line=point.span.line, said=point.text)
        found.append(above.item)
        for text, reason in traced.outcome.left:
            part = Omission(
                topic=topic.id, text=text, rule="R6", reason=reason, remedy="Write an item in a bank.", span=point.span, partial=True
            )
            found.append(part)
    yield from found


def _omitted(topic: Topic, point: MarkingPoint, left: LeftOut) -> Omission:
    return Omission(
        topic=topic.id, text=point.text, rule=left.rule, reason=left.reason, remedy=left.remedy, span=point.span, worksheet=left.worksheet
    )


def _stem(asked: Asked, normal: Normal) -> str:
    """Return the whole stem: its sentence, and an instruction where the point asks for examples."""
    if asked.ended:
        return asked.sentence
    scene = f"{normal.scene} " if normal.scene else ""
    end = "" if STOPPED.search(asked.sentence) else "."
    sentence = scene + asked.sentence.rstrip(" .,;:") + end
    return f"{sentence} Refer to {normal.refer} in your answer." if normal.refer else sentence


def _choice(topic: Topic, known: Topic, traced: Trace, asked: Asked) -> Item:
    """Return a multiple-choice item of a point that has options."""
    id_ = item_id(topic.id, "p", traced.point.text)
    options = tuple(Choice(text=rich(each), correct=place == asked.key) for place, each in enumerate(asked.options))
    return Item(
        id=id_,
        topic=topic.id,
        stem=rich(traced.stem),
        interaction=MultipleChoice(options=options),
        marks=max(1, traced.normal.count),
        scheme=KeyScheme(),
        command=asked.command,
        objectives=traced.normal.objectives or ("AO1",),
        difficulty=1,
        rule=asked.rule,
        span=traced.point.span,
        confidence=asked.confidence,
        tests=frozenset((f"point:{id_}", *_chosen(known, asked))),
        language=topic.language,
        about=subjects_in(traced.stem, topic) if primary(topic.language) == ENGLISH else (),
    )


def _chosen(topic: Topic, asked: Asked) -> Iterator[str]:
    """Yield the keys of a term that is the right option: its meaning stands in the stem."""
    right = asked.options[asked.key].casefold().strip(" .")
    for concept in topic.concepts:
        if concept.term.casefold() == right:
            yield from (key(topic, concept) for key in (concept_key, recall_key, named_key))


def _item(topic: Topic, known: Topic, traced: Trace, asked: Asked) -> Item:
    """Return the item of a point; `known` is the topic with the meanings that its points tell, beside which no question gives another away."""
    if asked.options:
        return _choice(topic, known, traced, asked)
    normal, point = traced.normal, traced.point
    whole = with_last_whole(both_of_a_pair(asked.sentence, normal.tail), normal.raw)
    normal = replace(normal, tail=with_shared_noun(whole, point.text, asked.sentence))
    count = asked.several or asked_for(asked.sentence, normal.tail) or bracketed_apart(normal.raw, normal.tail)
    command, tariff = tariff_of(
        DRAWN if asked.space else asked.command,
        asked.second,
        count=count,
        # The marks of a point whose other half cannot be asked are not those of what is left.
        worth=0 if asked.rule == "R10" or asked.left else normal.count,
    )
    if asked.space:
        command = asked.command
    elif normal.bands:
        tariff = replace(tariff, marks=normal.count)
    elif asked.rule == STATEMENT and not normal.count:
        tariff = within_answer(tariff, asked, normal, point.span, grammar.joints if (grammar := grammar_of(topic.language)) else ())
    elif not (normal.count or asked.second):
        meaning = None if normal.tail else only_meant(topic, asked.sentence, asked.command)
        tariff = replace(TARIFF["Define"], marks=worth_of(meaning)) if meaning else within_reach(tariff, asked.sentence, normal)
    command, tariff = with_its_reason(*reasoned(traced.stem, command, tariff), asked.sentence, normal.count)
    objectives, shares = shared_out(tariff, normal)
    id_ = item_id(topic.id, "p", point.text)
    scheme = scheme_of(topic, normal, asked, command, tariff, count=count)
    sure = asked.confidence if has_content(scheme) else max(0.0, round(asked.confidence - _UNSUPPORTED, 2))
    return Item(
        id=id_,
        topic=topic.id,
        stem=rich(traced.stem),
        interaction=_interaction(asked, traced.stem, tariff.marks, scheme),
        marks=tariff.marks,
        scheme=scheme,
        command=command,
        objectives=objectives if shares else normal.objectives or tariff.objectives,
        shares=shares,
        difficulty=tariff.difficulty,
        rule=asked.rule,
        span=point.span,
        confidence=sure,
        tests=frozenset((f"point:{id_}", *also_tested(known, traced.stem, scheme, command=command), *_answers_named(known, scheme))),
        exposes=frozenset((*_credited(topic, asked.sentence, scheme), *(named_key(topic, each) for each in named_in(traced.stem, known)))),
        language=topic.language,
        about=subjects_in(traced.stem, topic) if primary(topic.language) == ENGLISH else (),
    )


_LINES_OF_CODE = 3
"""Lines for each mark of an algorithm: its steps stand one below the other."""


def _interaction(asked: Asked, stem: str, marks: int, scheme: Scheme) -> Interaction:
    """Return how a question is answered: drawn in a space, or written on lines, below a space where a diagram is to go with it."""
    if asked.space in ("plain", "squared"):
        return FreeDrawing(ruling=asked.space)
    kind: Literal["short_answer", "extended_response"] = (
        "extended_response" if marks >= LEVELS_FROM and isinstance(scheme, LevelsScheme) else "short_answer"
    )
    lines = _LINES_OF_CODE * marks if asked.space == "lines" else 0
    return Written(kind=kind, lines=lines, diagram=diagram_asked(stem))


def _answers_named(topic: Topic, scheme: Scheme) -> Iterator[str]:
    """Yield the keys of terms that are the whole answer: no stem of the same form may name them."""
    points = scheme.points if isinstance(scheme, PointsScheme) else ()
    if len(points) in range(1, _FEW_ANSWERS + 1):
        said = tuple(flat(point.text) for point in points)
        for concept in topic.concepts:
            if concept.term and any(is_called(each.strip(" ."), concept.term) for each in said):
                yield named_key(topic, concept)


def _credited(topic: Topic, sentence: str, scheme: Scheme) -> Iterator[str]:
    """Yield the keys of what the scheme credits from elsewhere in the notes: no stem of the same form may print it."""
    if isinstance(scheme, KeyScheme):
        return
    credited = {flat(text) for text in scheme.indicative}
    if any(flat(rich(said)) in credited for said in subject_sentences(topic)):
        yield synopsis_key(topic.id)
    for wrong, right in put_right_by(topic, sentence):
        if flat(rich(right)) in credited:
            yield right_key(topic.id, wrong.claim)
