"""A place line is a sentence of its own; a sentence that begins with capitals or a colon is not cut."""

import pytest

from dateline.language.placeline import place_line_end
from dateline.spans import Span

LINES = [
    "AMMAN, Feb 12 (Levant Wire) — |A drone strike killed three soldiers.",
    "BANNU: |Two policemen were killed when militants stormed a post.",
    "NEW PARIS, Pandova, Nov. 6 — |Supporters of two parties clashed in the town.",
    "BRUSSELS, 17 May 2021 - |The European Union imposed sanctions on Monday.",
    "BAGHDAD (Agency) -- |Gunmen attacked a checkpoint on Monday.",
    "Nairobi, 5 May 2021 – |Police arrested 12 protesters on Monday.",
    "(Mekong Observer, 10 Oct 2023) |The army bombed a camp on Monday.",
]
SENTENCES = [
    "Gunmen killed two men - brothers of the mayor - in the town on Monday.",
    "UPDATE: Two policemen were killed when militants stormed a post.",
    "NATO said on Monday that the attack - the third this week - was over.",
    "The minister was clear: The army will leave the town on Monday.",
    "Police - and nobody else - arrested the three men on Monday.",
    "The rebels (from the Northern Front) – attacked a post on Monday.",
    "Omar Haddad: We did not attack the town, nor will we.",
    "(The group has denied the attack.) The army said it would respond.",
]


@pytest.mark.parametrize("line", LINES)
def test_a_place_line_ends_where_the_sentence_begins(line: str) -> None:
    head, _, rest = line.partition("|")
    text = head + rest
    assert text[place_line_end(text, Span(0, len(text))) :] == rest


@pytest.mark.parametrize("text", SENTENCES)
def test_a_sentence_is_not_cut(text: str) -> None:
    assert place_line_end(text, Span(0, len(text))) == 0


def test_the_town_is_not_the_subject(parse) -> None:
    syntax = parse("BANNU: Two policemen were killed when militants stormed a post.").syntax
    assert [syntax.words[first] for first, _ in syntax.sentences] == ["BANNU", "Two"]
    assert syntax.paragraphs == [0, 0]
