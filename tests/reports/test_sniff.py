import pytest

from dateline.reports.sniff import sniff


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Fighters left the town.", "a.txt", "text"),
        ("Fighters left the town.", "a.html", "text"),
        ("<!DOCTYPE html><html><p>Fighters left.</p></html>", "a.txt", "html"),
        ("\n<p>Fighters left.</p>", "-", "html"),
        ("Fighters <b>left</b><p>the town", "a.html", "html"),
        ('{"id": "a", "text": "Fighters left."}', "a.txt", "jsonl"),
        ('{\n "id": "a",\n "text": "Fighters left."\n}', "-", "jsonl"),
        ('{"id": "a", "text": broken', "-", "jsonl"),
        ("---\ntitle: A\n---\nFighters left.", "-", "markdown"),
        ("# A\n\nFighters **left** the town.", "-", "markdown"),
        ("# A\n\nFighters left.", "a.md", "markdown"),
    ],
)
def test_content_decides_and_the_name_is_a_hint(text: str, name: str, kind: str) -> None:
    assert sniff(text, name=name) == kind


@pytest.mark.parametrize(
    "text",
    [
        "Fields are marked *\n\nFighters left.",
        "{Fighters} left, he said.",
        "If x <p and y> z, fighters left.",
        "The tag #Sadah was used.\n\n> Fighters left, he wrote.",
        "---\n\nFighters left.\n\n---\n",
    ],
)
def test_plain_text_with_odd_marks_stays_plain(text: str) -> None:
    assert sniff(text) == "text"


def test_the_servers_type_counts() -> None:
    assert sniff("Fighters left.<p>They went north.", content_type="text/html") == "html"
