"""The pages in tests/cases/events/triggers: a sentence as a heading, then every act that it tells."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from dateline.events.draft import Draft
from dateline.events.screen import screen
from dateline.events.triggers import find_triggers

PAGES = Path(__file__).parent.parent / "cases" / "events" / "triggers"


def _cases() -> Iterator[Any]:
    for page in sorted(PAGES.glob("*.md")):
        if page.name == "README.md":
            continue
        for block in page.read_text(encoding="utf-8").split("\n## ")[1:]:
            sentence, _, rest = block.partition("\n")
            lines = [line[2:].strip() for line in rest.splitlines() if line.startswith("- ")]
            yield pytest.param(sentence, sorted(lines), id=f"{page.stem}: {sentence[:60]}")


def _line(words: list[str], draft: Draft) -> str:
    return " ".join([draft.type, *draft.modes]) + ": " + words[draft.token]


@pytest.mark.parametrize(("sentence", "expected"), list(_cases()))
def test_page(parse: Any, sentence: str, expected: list[str]) -> None:
    document = parse(sentence)
    kept, _ = screen(document, find_triggers(document))
    assert sorted(_line(document.syntax.words, draft) for draft in kept) == expected


def test_trigger_lies_in_the_text(parse: Any) -> None:
    document = parse("Rebels carried out a suicide attack. The army called for calm and laid siege to Doru.")
    for draft in find_triggers(document):
        token = document.syntax.span(draft.token, draft.token)
        assert 0 <= draft.trigger.start <= token.start < token.end <= draft.trigger.end <= len(document.text)


def test_light_verb_leaves_the_act_to_its_noun(parse: Any) -> None:
    document = parse("The army carried out an attack on the village.")
    (draft,) = find_triggers(document)
    words = document.syntax.words
    assert (words[draft.token], words[draft.support or 0]) == ("attack", "carried")
    assert draft.frame.actor[0] == "subject"


def test_subject_of_faced_bears_the_act(parse: Any) -> None:
    document = parse("The troops faced attacks by rebels.")
    (draft,) = find_triggers(document)
    assert draft.frame.recipient[0] == "subject"
    assert "subject" not in draft.frame.actor


def test_harm_is_an_outcome_of_its_act(parse: Any) -> None:
    document = parse("A mortar attack on the market killed nine people and wounded twenty.")
    (draft,) = find_triggers(document)
    words = document.syntax.words
    assert words[draft.token] == "attack"
    assert [words[token] for token in draft.outcomes] == ["killed", "wounded"]
    assert len(draft.also) == 2


def test_matter_of_a_request(parse: Any) -> None:
    document = parse("The alliance advocates for the withdrawal of foreign troops.")
    (draft,) = find_triggers(document)
    assert (draft.type, draft.cameo) == ("REQUEST", "1056")
    assert document.syntax.words[draft.matter or 0] == "withdrawal"


def test_bare_noun_is_less_sure_than_a_told_act(parse: Any) -> None:
    told = find_triggers(parse("Rebels attacked the village."))[0]
    bare = find_triggers(parse("After the attack, nobody spoke."))[0]
    assert told.confidence > bare.confidence


def test_what_is_set_aside_has_a_reason(parse: Any) -> None:
    document = parse("An earthquake killed dozens of people in the valley.")
    kept, aside = screen(document, find_triggers(document))
    assert not kept
    assert [note.reason for note in aside] == ["disaster or accident"]


def test_two_runs_agree(parse: Any) -> None:
    text = "Police arrested ten people after protesters clashed with soldiers. The union condemned the arrests."
    assert find_triggers(parse(text)) == find_triggers(parse(text))


def test_contexts_come_from_the_paragraph(parse: Any) -> None:
    document = parse("Hackers stole data from the ministry. Officials blamed malware.\n\nRebels attacked a convoy.")
    by_type = {draft.type: draft.contexts for draft in find_triggers(document)}
    assert "cyber" in by_type["COERCE"]
    assert "cyber" not in by_type.get("ASSAULT", ())
