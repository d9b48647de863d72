"""An order of stages that cannot work is refused before anything runs."""

import pytest

from dateline.document import Document
from dateline.errors import PipelineError
from dateline.pipeline import Pipeline, default_pipeline
from dateline.records import Report
from dateline.stage import Stage


class Makes(Stage):
    name = "makes.v1"
    reads = ()
    makes = ("syntax",)

    def annotate(self, document: Document) -> None:
        document.notes = (*document.notes, "made")


class Reads(Stage):
    name = "reads.v1"
    reads = ("syntax",)
    makes = ("times",)

    def annotate(self, document: Document) -> None:
        document.notes = (*document.notes, "read")


def test_right_order_runs_in_order() -> None:
    document = Pipeline([Makes(), Reads()]).read(Report("a", "text"))
    assert document.notes == ("made", "read")


def test_wrong_order_is_refused_with_the_layer_named() -> None:
    with pytest.raises(PipelineError, match=r"reads\.v1 reads syntax"):
        Pipeline([Reads(), Makes()])


def test_default_stages_are_versioned_and_make_layers_that_exist() -> None:
    layers = set(Document.__dataclass_fields__)
    for stage in default_pipeline().stages:
        assert stage.name.rpartition(".v")[2].isdigit(), stage.name
        assert set(stage.makes) <= layers
        assert set(stage.reads) <= layers
