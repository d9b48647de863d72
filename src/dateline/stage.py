"""What a stage is: it has a versioned name, says which layers it reads and makes, and maps documents to documents."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator
from typing import ClassVar

from dateline.document import Document


class Stage(ABC):
    """One step of the journey. `reads` and `makes` are names of `Document` layers.

    `name` ends in a version; changed behaviour means a new number.
    """

    name: ClassVar[str]
    reads: ClassVar[tuple[str, ...]]
    makes: ClassVar[tuple[str, ...]]

    @abstractmethod
    def annotate(self, document: Document) -> None:
        """Set the layers in `makes` from those in `reads`; touch no other."""

    def run(self, documents: Iterable[Document]) -> Iterator[Document]:
        """Annotate a stream of documents, one by one and in order."""
        for document in documents:
            self.annotate(document)
            yield document
