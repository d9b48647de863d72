"""Acts that are only the content of another act: "agreed to meet" is one AGREE, "demanded a withdrawal" one REQUEST."""

from __future__ import annotations

from dateline.document import Document
from dateline.events.draft import Draft
from dateline.events.grammar import Grammar

FUTURE = "future act of cooperation read as AGREE"
_SPEAKING = frozenset({"REQUEST", "AGREE", "REJECT", "THREATEN", "CONCEDE", "ACCUSE", "SUPPORT"})
_BECOME_AGREE = frozenset({"CONSULT", "SUPPORT", "COOPERATE", "AID"})  # PLOVER manual v2, AGREE
_TOLD = frozenset({"actual", "ongoing"})
_VIOLENT = frozenset({"ASSAULT", "COERCE", "PROTEST", "SANCTION"})


def drop_contents(document: Document, drafts: list[Draft], grammar: Grammar) -> list[Draft]:
    """The drafts without mere contents of acts of speech; future cooperation becomes AGREE.

    An act of violence or force that is told as having happened stays, whatever it is the content of.
    """
    speaking = {d.token: d for d in drafts if d.type in _SPEAKING}
    speaking |= {d.support: d for d in drafts if d.type in _SPEAKING and d.support is not None}
    kept = []
    for draft in drafts:
        if _is_content(document, draft, speaking, grammar):
            continue
        if draft.type in _BECOME_AGREE and draft.status == "planned":
            draft.type, draft.modes, draft.cameo = "AGREE", (), "03"
            draft.derived.append(FUTURE)
        kept.append(draft)
    return kept


def _is_content(document: Document, draft: Draft, speaking: dict[int, Draft], grammar: Grammar) -> bool:
    """Whether a draft hangs, as complement, from an act of speech and is not violence told as fact."""
    syntax = document.syntax
    node = draft.support if draft.support is not None else draft.token
    for head in grammar.ancestors(node):
        other = speaking.get(head)
        if (
            other is not None
            and other is not draft
            and syntax.deps[node] not in ("nsubj", "nsubjpass", "conj", "advcl", "agent")
        ):
            return not (draft.status in _TOLD and draft.type in _VIOLENT)
        if syntax.deps[node] in ("relcl", "nsubj", "nsubjpass", "advcl") and not _purpose(document, node):
            return False
        node = head
    return False


def _purpose(document: Document, node: int) -> bool:
    """Whether an adverbial clause is one of purpose ("to help X")."""
    syntax = document.syntax
    return syntax.deps[node] == "advcl" and any(
        syntax.lowers[c] == "to" and syntax.deps[c] == "aux" for c in syntax.children[node]
    )
