import time

from dateline.document import Document
from dateline.records import Furniture, Report
from dateline.reports.furniture import furniture
from dateline.reports.stages import FurnitureStage
from dateline.spans import Span

REPORT = "Rebel fighters attacked the town of Sadah on Monday and killed four soldiers, the governor said."


def test_the_stage_marks_and_leaves_the_text_alone() -> None:
    text = f"Tue. Mar 5th, 2024\r\n\r\n{REPORT}\r\n\r\nLeave a Reply\r\n\r\nYour email address will not be published."
    document = Document(Report(id="a", text=text))
    FurnitureStage().annotate(document)
    assert document.text == text
    assert [item.reason for item in document.furniture] == ["date line", "comment form"]
    assert document.furniture[0].span == Span(0, 18)
    assert text[document.furniture[1].span.start :] == "Leave a Reply\r\n\r\nYour email address will not be published."


def test_a_credit_inside_a_paragraph_is_cut_out_of_it() -> None:
    credit = "(Reporting by Amina Hadi; Editing by\nJohn Marsh)"
    text = f"{REPORT} {credit} The army left."
    start = text.index("(")
    assert furniture(text) == (Furniture(Span(start, start + len(credit)), "agency credit"),)


def test_brackets_in_a_report_are_no_credit() -> None:
    assert (
        furniture(f"{REPORT} (Reporting from the town was banned.) The letter (written by a colonel) was read.") == ()
    )


def test_a_form_that_lost_its_line_breaks_is_cut_to_the_end() -> None:
    text = f"{REPORT} Leave a Reply Your email address will not be published. Required fields are marked * Name *"
    (found,) = furniture(text)
    assert text[found.span.start : found.span.end].startswith("Leave a Reply")
    assert found.span.end == len(text)


def test_spans_are_in_order_apart_and_inside() -> None:
    head = ["By Amina Hadi", "5 March 2024", "Share this", ""]
    foot = ["", "Tags: a, b", "Read more: Town falls", "2 Comments", "", "Bo says:", "Yes", "Reply"]
    text = "\n".join([*head, REPORT, *foot])
    found = furniture(text)
    assert len(found) >= 5
    end = 0
    for item in found:
        assert end <= item.span.start < item.span.end <= len(text)
        end = item.span.end


def test_invisible_characters_do_not_hide_furniture() -> None:
    text = f"{REPORT}\n\n\u200bShare\u00a0this\u200e"
    (found,) = furniture(text)
    assert found.reason == "share bar"


def test_empty_and_white_texts_have_none() -> None:
    assert furniture("") == furniture(" \n\t\n") == ()


def test_a_page_of_repeated_openers_takes_no_longer_than_its_length_asks() -> None:
    text = REPORT + "\n" + f"Leave a reply\n{REPORT}\n" * 8000
    start = time.perf_counter()
    furniture(text)
    assert time.perf_counter() - start < 3.0
