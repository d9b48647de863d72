import datetime
import io
import json

import pytest

from dateline.errors import BadRecord, InputError, TooLarge
from dateline.records import Report
from dateline.reports.jsonl import parse_record, read_records


def records(*lines: str | bytes, limit: int = 10_000) -> list[tuple[int, Report | InputError]]:
    data = b"\n".join(line.encode() if isinstance(line, str) else line for line in lines)
    return list(read_records(io.BytesIO(data), limit=limit))


def test_a_record_becomes_a_report() -> None:
    line = json.dumps({"id": "a", "text": " Fighters left.\r\n", "date": "2024-03-05", "title": "T", "other": 1})
    assert records(line) == [(1, Report(id="a", text=" Fighters left.\r\n", date=datetime.date(2024, 3, 5), title="T"))]


def test_order_duplicates_and_line_numbers_are_kept() -> None:
    good = '{"id": "a", "text": "x", "date": null}'
    found = records("\ufeff" + good, "", "nonsense", good)
    assert [number for number, _ in found] == [1, 3, 4]
    assert [getattr(item, "id", None) for _, item in found] == ["a", None, "a"]


@pytest.mark.parametrize(
    ("line", "seen"),
    [
        ("nonsense", "no JSON"),
        ('["a"]', "a list"),
        ("7", "a number"),
        ('{"text": "x"}', "no `id`"),
        ('{"id": 7, "text": "x"}', "`id` is a number"),
        ('{"id": null, "text": "x"}', "`id` is null"),
        ('{"id": "a"}', "no `text`"),
        ('{"id": "a", "text": ["x"]}', "`text` is a list"),
        ('{"id": "a", "text": "x", "date": "2024-02-30"}', "`date` is '2024-02-30'"),
        ('{"id": "a", "text": "x", "date": "20240229"}', "`date` is '20240229'"),
        ('{"id": "a", "text": "x", "date": 2024}', "`date` is a number"),
        ('{"id": "a", "text": "x", "title": {}}', "`title` is an object"),
        ('{"id": "a", "text": "\\ud83d"}', "half a surrogate"),
        ("[" * 100_000, "no JSON|too deep"),
        (b'{"id": "a", "text": "caf\xe9"}', "no UTF-8"),
    ],
)
def test_a_bad_line_says_why_and_the_run_goes_on(line: str | bytes, seen: str) -> None:
    found = records(line, '{"id": "b", "text": "x"}', limit=1_000_000)
    assert len(found) == 2
    error = found[0][1]
    assert isinstance(error, BadRecord)
    with pytest.raises(BadRecord, match=seen):
        raise error
    assert error.expected
    assert isinstance(found[1][1], Report)


def test_a_whole_emoji_in_escapes_is_fine() -> None:
    assert parse_record('{"id": "a", "text": "\\ud83d\\ude42"}').text == "🙂"


def test_a_line_that_is_too_long_is_read_over() -> None:
    long = json.dumps({"id": "a", "text": "x" * 5000})
    found = records(long, '{"id": "b", "text": "x"}', limit=1000)
    assert isinstance(found[0][1], TooLarge)
    assert isinstance(found[1][1], Report)


def test_a_text_that_is_too_long_is_refused() -> None:
    with pytest.raises(TooLarge):
        parse_record(json.dumps({"id": "a", "text": "x" * 1_000_001}))
