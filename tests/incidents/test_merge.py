"""The same act in two reports is one incident; acts of two days, two towns or two signs are not."""

import dateline
from dateline.document import Document
from dateline.incidents.merge import merge
from dateline.records import Report

LEAD = "Militants killed 12 soldiers in an ambush near Djibo in Burkina Faso on Monday, the army said."
SAME = (
    "Twelve soldiers were killed on Monday when militants ambushed their convoy near Djibo, Burkina Faso's army said."
)
NEXT_WEEK = "Militants killed 12 soldiers in an ambush near Djibo in Burkina Faso on Monday, the army said."
ELSEWHERE = "Militants killed 12 soldiers in an ambush near Bamako in Mali on Monday, the army said."
OTHER = "Police arrested two teachers in Lima on Monday after a strike, their union said."


def read(name: str, text: str, date: str = "2024-03-05") -> Document:
    return dateline.read(text, date=date, identifier=name)


def killing(document: Document) -> str | None:
    return next(event.incident for event in document.events if event.type == "ASSAULT")


def test_one_act_told_twice_is_one_incident() -> None:
    a, b, c = read("a", LEAD), read("b", SAME), read("c", OTHER)
    merge([a, b, c])
    assert killing(a) == killing(b)
    assert killing(a) not in {event.incident for event in c.events}


def test_next_weeks_ambush_is_another() -> None:
    a, b = read("a", LEAD), read("b", NEXT_WEEK, "2024-03-12")
    merge([a, b])
    assert killing(a) != killing(b)


def test_the_ambush_in_another_country_is_another() -> None:
    a, b = read("a", LEAD), read("b", ELSEWHERE)
    merge([a, b])
    assert killing(a) != killing(b)


def test_the_order_of_the_reports_does_not_matter() -> None:
    forth = [read("a", LEAD), read("b", SAME), read("c", OTHER)]
    back = [read("c", OTHER), read("b", SAME), read("a", LEAD)]
    merge(forth)
    merge(back)
    assert [[e.incident for e in d.events] for d in forth] == [[e.incident for e in d.events] for d in reversed(back)]


def test_every_event_gets_an_incident_and_none_is_no_error() -> None:
    empty = Document(Report("x", "Nothing."))
    a = read("a", LEAD)
    merge([empty, a])
    assert all(event.incident for event in a.events)
    merge([])
