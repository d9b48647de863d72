from __future__ import annotations

from dateline.records import Entity
from dateline.spans import Span, quote
from dateline.statements.stage import StatementsStage


def _statements(document):
    StatementsStage().annotate(document)
    return document.statements


def _entity(text, words, kind, occurrence=0):
    start = -1
    for _ in range(occurrence + 1):
        start = text.index(words, start + 1)
    return Entity(Span(start, start + len(words)), kind)


def test_the_stage_says_what_it_reads_and_makes():
    assert StatementsStage.name == "statements.v1"
    assert StatementsStage.makes == ("statements",)
    assert "syntax" in StatementsStage.reads


def test_an_empty_report_has_no_statements(parse):
    assert _statements(parse("")) == ()


def test_the_source_is_tied_to_the_entity_at_its_head(parse):
    document = parse("Army spokesman Karim Adel said the base in Ketra was empty.")
    text = document.text
    document.entities = (
        _entity(text, "Army", "ORG"),
        _entity(text, "Karim Adel", "PERSON"),
        _entity(text, "Ketra", "GPE"),
    )
    (statement,) = _statements(document)
    assert statement.source_entity == 1


def test_a_relative_pronoun_takes_the_entity_of_its_noun(parse):
    document = parse("Colonel Sule, who denied the raid, was arrested.")
    document.entities = (_entity(document.text, "Colonel Sule", "PERSON"),)
    (statement,) = _statements(document)
    assert quote(document.text, statement.source) == "who"
    assert statement.source_entity == 0


def test_a_source_without_entity_and_no_entities_at_all(parse):
    document = parse("Residents said the market was hit.")
    assert _statements(document)[0].source_entity is None
    document.entities = (_entity(document.text, "the market", "FAC"),)
    assert _statements(document)[0].source_entity is None


def test_hearsay_has_neither_source_nor_entity(parse):
    document = parse("The rebels reportedly shelled Ketra.")
    document.entities = (_entity(document.text, "The rebels", "ORG"),)
    (statement,) = _statements(document)
    assert statement.source is None
    assert statement.source_entity is None


def test_a_quotation_left_open_goes_on_with_the_same_speaker(parse):
    document = parse("The mayor said: “The bridge is gone.\n\n“The road is cut.\n\n“We need boats.”")
    (statement,) = _statements(document)
    assert quote(document.text, statement.content[-1]).endswith("We need boats.”")


def test_a_new_speaker_ends_a_speech(parse):
    document = parse("“The bridge is gone,” the mayor said.\n\n“That is a lie,” the general said.")
    mayor, general = _statements(document)
    assert "lie" not in "".join(quote(document.text, part) for part in mayor.content)
    assert quote(document.text, general.source) == "the general"


def test_a_quotation_without_a_speaker_is_no_statement(parse):
    document = parse("The banner over the gate of the “Camp of Mercy and Repentance” was torn.")
    assert _statements(document) == ()


def test_parents_form_no_ring_and_spans_lie_in_the_text(parse):
    document = parse(
        "The envoy said the rebels claimed that the army had told residents to leave, according to a report "
        "that cited officials as saying “the town was warned,” a claim denied by the ministry."
    )
    found = _statements(document)
    assert len(found) >= 4
    for number, statement in enumerate(found):
        for span in (statement.source, statement.cue, *statement.content):
            assert span is None or quote(document.text, span)
        seen, node = {number}, statement.parent
        while node is not None:
            assert node not in seen
            seen.add(node)
            node = found[node].parent


def test_the_same_report_gives_the_same_statements(parse):
    text = "“We will stay,” the colonel said, adding that more troops were on their way.\n\nRebels denied it."
    assert _statements(parse(text)) == _statements(parse(text))
