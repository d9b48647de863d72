"""The journey of a report, as one list of stages; an order that cannot work is refused before anything runs."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator, Sequence

from dateline.document import Document
from dateline.errors import PipelineError
from dateline.records import Report
from dateline.stage import Stage


class Pipeline:
    """Stages in an order that works: each reads only what one before it has made.

    Raises:
        PipelineError: a stage reads a layer that none before it makes.
    """

    def __init__(self, stages: Sequence[Stage]) -> None:
        made: set[str] = {"report"}
        for stage in stages:
            missing = sorted(set(stage.reads) - made)
            if missing:
                raise PipelineError(
                    f"{stage.name} reads {', '.join(missing)}, which no stage before it makes",
                    expected="a stage that makes it, earlier in the list",
                    hint="reorder the stages",
                )
            made.update(stage.makes)
        self.stages = tuple(stages)

    def run(self, reports: Iterable[Report]) -> Iterator[Document]:
        """Read reports one by one, in order; nothing is carried from one to the next."""
        documents: Iterator[Document] = (Document(report) for report in reports)
        for stage in self.stages:
            documents = stage.run(documents)
        return documents

    def read(self, report: Report) -> Document:
        """Read one report."""
        return next(self.run([report]))

    @property
    def versions(self) -> tuple[str, ...]:
        """Names of the stages with their versions, in order."""
        return tuple(stage.name for stage in self.stages)


@functools.lru_cache(maxsize=1)
def default_pipeline() -> Pipeline:
    """The stages that `dateline read` runs, built once for the process."""
    from dateline.events.stage import EventsStage
    from dateline.language.stages import SyntaxStage
    from dateline.mentions.counts.stage import CountsStage
    from dateline.mentions.entities.stage import EntitiesStage
    from dateline.mentions.instruments import InstrumentsStage
    from dateline.mentions.times.stage import TimesStage
    from dateline.mentions.toponyms.stage import ToponymsStage
    from dateline.reports.stages import FurnitureStage
    from dateline.resolve.actors.stage import ActorsStage
    from dateline.resolve.coreference.stage import CoreferenceStage
    from dateline.resolve.home.stage import HomeStage
    from dateline.resolve.places.stage import PlacesStage
    from dateline.statements.stage import StatementsStage

    return Pipeline(
        [
            FurnitureStage(),
            SyntaxStage(),
            TimesStage(),
            CountsStage(),
            InstrumentsStage(),
            EntitiesStage(),
            ToponymsStage(),
            ActorsStage(),
            CoreferenceStage(),
            PlacesStage(),
            HomeStage(),
            StatementsStage(),
            EventsStage(),
        ]
    )
