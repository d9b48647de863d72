"""One event out of two tellings of one act: what the later telling adds to the first."""

from __future__ import annotations

from dateline.events.draft import Draft
from dateline.events.likeness import Likeness
from dateline.events.roles import UNKNOWN_ACTOR
from dateline.records import Party

_STRONGEST = ("actual", "ongoing", "planned", "hypothetical", "negated")


def absorb(like: Likeness, first: Draft, second: Draft) -> None:
    """Put all that the second telling adds into the first; its sources stay those of the first."""
    first.also += [second.trigger, *second.also]
    first.modes = tuple(dict.fromkeys((*first.modes, *second.modes)))
    first.contexts = tuple(dict.fromkeys((*first.contexts, *second.contexts)))
    if len(second.cameo) > len(first.cameo):
        first.cameo = second.cameo
    first.actors = _better(like, first.actors, second.actors)
    first.recipients = _united(like, first.recipients, second.recipients)
    first.instruments = tuple(dict.fromkeys((*first.instruments, *second.instruments)))
    first.counts = _counted(like, first, second)
    first.claims = tuple(dict.fromkeys((*first.claims, *second.claims)))
    first.status = min(first.status, second.status, key=_STRONGEST.index)
    dated = second.when is not None and second.when.time is not None
    first.historical = first.historical and (second.historical or not dated)
    first.confidence = max(first.confidence, second.confidence)
    if like.finer(second, first):
        first.place = second.place
    if second.when and second.when.time is not None and (first.when is None or first.when.time is None):
        first.when = second.when
    notes = [n for n in (*first.derived, *second.derived) if n != UNKNOWN_ACTOR or not first.actors]
    first.derived = list(dict.fromkeys(notes))


def _counted(like: Likeness, first: Draft, second: Draft) -> tuple[int, ...]:
    """The counts of both; a number told twice once, in its first words."""
    counts = like.document.counts
    found: dict[object, int] = {}
    for index in (*first.counts, *second.counts):
        count = counts[index]
        found.setdefault((count.of, count.low, count.best, count.high), index)
    return tuple(found.values())


def _better(like: Likeness, one: tuple[Party, ...], two: tuple[Party, ...]) -> tuple[Party, ...]:
    """The actors of the first telling; one of which the second knows the country is taken from the second."""
    if not one:
        return two
    return tuple(_richer(like, party, two) for party in one)


def _richer(like: Likeness, party: Party, others: tuple[Party, ...]) -> Party:
    if party.actor is not None and party.actor.code:
        return party
    fuller = (p for p in others if p.actor is not None and p.actor.code and _once(like, party, p))
    found = next(fuller, None)
    return party if found is None else found


def _united(like: Likeness, one: tuple[Party, ...], two: tuple[Party, ...]) -> tuple[Party, ...]:
    """The parties of both, a party that both have once."""
    kept = tuple(_richer(like, party, two) for party in one)
    fresh = [p for p in two if not any(_once(like, p, q) or p.span.overlaps(q.span) for q in (*one, *kept))]
    return (*kept, *fresh)


def _once(like: Likeness, one: Party, two: Party) -> bool:
    """Whether two mentions are one party told twice; other numbers are other people ("two soldiers", "five")."""
    a, b = _numbers(like, one), _numbers(like, two)
    return like.same_noun(one, two) and not (a and b and a != b)


def _numbers(like: Likeness, party: Party) -> set[str]:
    syntax = like.document.syntax
    return {syntax.lowers[t] for t in syntax.tokens(party.span) if syntax.pos[t] == "NUM"}
