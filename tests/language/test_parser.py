"""The parse as columns: offsets into the whole report, heads inside the sentence, sentences that cover the tokens."""

from dateline.spans import Span

TEXT = "😀 Rebels  shelled the town.\n\nThe army’s spokesman, Gen. Ali Hadi, denied it: “We hit no one.”\n"


def test_tokens_reslice_from_the_report(parse) -> None:
    syntax = parse(TEXT).syntax
    assert all(TEXT[s:e] == w for s, e, w in zip(syntax.starts, syntax.ends, syntax.words, strict=True))
    assert not any(word.isspace() for word in syntax.words)


def test_sentences_cover_all_tokens_once_and_heads_stay_inside(parse) -> None:
    syntax = parse(TEXT).syntax
    assert [t for first, end in syntax.sentences for t in range(first, end)] == list(range(len(syntax)))
    assert all(syntax.sentence[t] == syntax.sentence[syntax.heads[t]] for t in range(len(syntax)))


def test_children_and_subtrees_agree_with_heads(parse) -> None:
    syntax = parse("Gunmen who crossed the border attacked a police post near the river.").syntax
    attacked = syntax.lowers.index("attacked")
    assert {syntax.words[t] for t in syntax.children[attacked]} >= {"Gunmen", "post"}
    assert syntax.subtree(attacked) == Span(0, len(syntax.text))
    gunmen = syntax.subtree(0)
    assert syntax.text[gunmen.start : gunmen.end] == "Gunmen who crossed the border"


def test_tokens_of_a_span_are_those_that_overlap_it(parse) -> None:
    syntax = parse("Rebels shelled the town.").syntax
    assert [syntax.words[t] for t in syntax.tokens(Span(8, 18))] == ["shelled", "the"]
    assert not syntax.tokens(Span(6, 7))


def test_a_report_is_read_the_same_whatever_stands_before_it(parse) -> None:
    alone = parse(TEXT).syntax
    parse("Something else entirely, and much longer than the report that follows it. " * 20)
    again = parse(TEXT).syntax
    assert (alone.heads, alone.deps, alone.tags) == (again.heads, again.deps, again.tags)


def test_empty_text_parses_to_nothing(parse) -> None:
    assert len(parse("  \n ").syntax) == 0
