"""The same act in several reports becomes one incident: block by story, compare, join the likeliest pairs first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from dateline.document import Document
from dateline.ids import content_id
from dateline.incidents.compare import THRESHOLD, Telling, comparisons, score, telling
from dateline.incidents.similarity import neighbours, vectors

_LEAST_STORY = 0.12


def _pairs(tellings: Sequence[Telling], stories: dict[tuple[int, int], float]) -> list[tuple[float, int, int]]:
    """(score, one, other) of all pairs above the threshold, likeliest first; ties by position."""
    by_report: dict[int, list[int]] = defaultdict(list)
    for index, item in enumerate(tellings):
        by_report[item.report].append(index)
    found = []
    for (a, b), story in stories.items():
        for one in by_report[a]:
            for other in by_report[b]:
                values = comparisons(tellings[one], tellings[other], story)
                total = score(values) if values is not None else 0.0
                if total >= THRESHOLD:
                    found.append((total, one, other))
    return sorted(found, key=lambda pair: (-pair[0], pair[1], pair[2]))


def _joined(tellings: Sequence[Telling], pairs: Sequence[tuple[float, int, int]]) -> list[int]:
    """Number of the group of each telling; groups whose members contradict one another are never joined."""
    group = list(range(len(tellings)))
    members: dict[int, list[int]] = {index: [index] for index in group}
    for _, one, other in pairs:
        a, b = group[one], group[other]
        if a == b or any(comparisons(tellings[x], tellings[y], 0.0) is None for x in members[a] for y in members[b]):
            continue
        for index in members.pop(b):
            group[index] = a
            members[a].append(index)
    return group


def merge(documents: Sequence[Document]) -> None:
    """Give every event of the documents an `incident`: equal strings for tellings of one act.

    The result does not depend on the order of the documents.
    """
    order = sorted(range(len(documents)), key=lambda n: (documents[n].report.id, documents[n].text))
    ranked = [documents[n] for n in order]
    tellings = [telling(number, doc, event) for number, doc in enumerate(ranked) for event in doc.events]
    group = _joined(tellings, _pairs(tellings, neighbours(vectors(ranked), _LEAST_STORY)))
    keys: dict[int, list[str]] = defaultdict(list)
    for item, number in zip(tellings, group, strict=True):
        keys[number].append(f"{ranked[item.report].report.id}:{item.event.trigger.start}:{item.event.type}")
    names = {number: content_id(*sorted(items)) for number, items in keys.items()}
    named = iter([names[number] for number in group])
    for document in ranked:
        document.events = tuple(replace(event, incident=next(named)) for event in document.events)
