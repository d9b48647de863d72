"""Peoples that live in several countries; `data/peoples.yaml`."""

from __future__ import annotations

import functools

from dateline.gazetteer.data_files import read_yaml


@functools.lru_cache(maxsize=1)
def _countries_by_word() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for row in read_yaml("peoples.yaml"):
        for word in row["words"]:
            found[word] = found.get(word, frozenset()) | frozenset(row["countries"])
    return found


def countries_of_people(word: str) -> frozenset[str]:
    """Alpha-3 codes of the countries in whose conflicts a people is spoken of; empty for any other word.

    >>> sorted(countries_of_people("tutsi"))
    ['BDI', 'COD', 'RWA']
    """
    return _countries_by_word().get(word, frozenset())
