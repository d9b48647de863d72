import pytest

from dateline.errors import BinaryInput
from dateline.reports.decode import binary_kind, decode

ENGLISH = "The minister’s men left São Tomé on Monday — five of them."


def test_utf8_is_read_as_it_stands() -> None:
    text = "Fighters\u00a0left\u200b the town 🙂 \u202eof\u202c Sadah\x00."
    found = decode(text.encode())
    assert (found.text, found.note) == (text, "")


def test_a_byte_order_mark_is_no_text() -> None:
    assert decode(b"\xef\xbb\xbfFighters left.").text == "Fighters left."


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_wide_encodings_are_read_and_said(encoding: str) -> None:
    found = decode(ENGLISH.encode(encoding))
    assert found.text == ENGLISH
    assert "UTF" in found.note


def test_western_text_is_read_and_said() -> None:
    found = decode(ENGLISH.encode("cp1252"))
    assert found.text == ENGLISH
    assert "cp1252" in found.note


def test_latin1_of_the_header_is_cp1252() -> None:
    found = decode(ENGLISH.encode("cp1252"), charset="ISO-8859-1")
    assert (found.text, found.encoding) == (ENGLISH, "cp1252")


def test_the_page_names_its_own_encoding() -> None:
    page = '<meta charset="windows-1251"><p>Солдаты ушли из города.</p>'
    found = decode(page.encode("cp1251"))
    assert found.text == page


def test_utf8_wins_over_a_wrong_header() -> None:
    assert decode(ENGLISH.encode(), charset="iso-8859-1").text == ENGLISH


def test_a_codec_that_is_no_charset_is_not_used() -> None:
    with pytest.raises(BinaryInput):
        decode(b"Fighters \xff\xfe\x81 left", charset="rot13")


@pytest.mark.parametrize(
    "data",
    [
        "Fighters — five — left São Tomé.".encode()[:-3] + b"\xe2\x80 and \xff went",  # damaged in the middle
        b"Fighters left the caf\xc3",  # cut off within a character
        b"Fighters \x81\x8d left",  # bytes that cp1252 does not know
    ],
)
def test_broken_utf8_is_refused_and_never_patched(data: bytes) -> None:
    with pytest.raises(BinaryInput, match="neither UTF-8") as caught:
        decode(data, where="report.txt")
    assert caught.value.expected == "text in UTF-8"
    assert caught.value.hint


def test_cyrillic_is_not_taken_for_accented_letters() -> None:
    text = "Армия атаковала город на севере страны и убила пять солдат, сообщило министерство обороны."
    assert decode(text.encode("cp1251")).text == text


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"\x89PNG\r\n\x1a\n\x00\x00", "PNG picture"),
        (b"%PDF-1.7\n", "PDF document"),
        (b"PK\x03\x04 ... ", "ZIP archive"),
        (b"PK\x03\x04 ... word/document.xml", "Word document"),
        (b"\x1f\x8b\x08\x00", "gzip archive"),
        (b"{\\rtf1 hello}", "RTF document"),
        (b"\x01\x02\x03\x04\x05\x06" * 20, "binary data"),
        (b"abc\x00\x00\x00\x00\x00\x01" * 20, "binary data"),
    ],
)
def test_what_is_no_text_is_named(data: bytes, kind: str) -> None:
    with pytest.raises(BinaryInput, match=kind):
        decode(data)


def test_text_about_a_pdf_is_text() -> None:
    assert binary_kind(b"The PDF-1.7 file was leaked.") is None
