from dateline.reports.markdown import render


def test_words_without_marks() -> None:
    page = render(
        "# Sadah falls\n\nFighters **took** the [town](https://example.org) of _Sadah_\non Monday.\n\n"
        "![A tank](tank.jpg)\n\n> We held it, he said.\n\n* Five died.\n* Nine were hurt.\n\n<!-- no -->\n"
    )
    assert page.text.split("\n\n") == [
        "Sadah falls",
        "Fighters took the town of Sadah on Monday.",
        "We held it, he said.",
        "Five died.",
        "Nine were hurt.",
    ]
    assert page.fields == {"title": "Sadah falls"}
    assert page.cut == [("A tank", "picture")]


def test_front_matter_is_metadata() -> None:
    page = render("---\ntitle: Sadah falls\ndate: 2024-03-05\nsource: Northern Post\ntags: [a]\n---\nFighters left.\n")
    assert page.text == "Fighters left."
    assert page.fields == {"title": "Sadah falls", "date": "2024-03-05", "publisher": "Northern Post"}


def test_damaged_front_matter_says_nothing() -> None:
    assert render("---\ntitle: [a\n---\nFighters left.\n").fields == {}


def test_characters_that_only_look_like_marks_stay() -> None:
    assert render("Five * six is 30, and a_b_c holds.").text == "Five * six is 30, and a_b_c holds."
