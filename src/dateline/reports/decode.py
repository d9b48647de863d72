"""From bytes to text: no character is put in or lost unsaid, and what is no text is named."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from dateline.errors import BinaryInput

# The first bytes of files that are no plain text. Source: the formats' own specifications.
_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG\r\n\x1a\n", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF87a", "a GIF picture"),
    (b"GIF89a", "a GIF picture"),
    (b"II*\x00", "a TIFF picture"),
    (b"MM\x00*", "a TIFF picture"),
    (b"%PDF-", "a PDF document"),
    (b"%!PS", "a PostScript document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard archive"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Microsoft Office document"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"\x7fELF", "a program"),
    (b"PAR1", "a Parquet table"),
    (b"ID3", "an MP3 recording"),
    (b"OggS", "an Ogg recording"),
)
_RIFF = {b"WEBP": "a WebP picture", b"WAVE": "a WAV recording", b"AVI ": "an AVI film"}
_ZIPPED = (
    (b"word/", "a Word document (docx)"),
    (b"xl/", "an Excel workbook (xlsx)"),
    (b"ppt/", "a PowerPoint file (pptx)"),
    (b"opendocument", "an OpenDocument file"),
    (b"epub", "an EPUB book"),
)
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_META_CHARSET = re.compile(rb"""<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]{2,40})""", re.I)
_MULTIBYTE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_HIGH = bytes(range(128, 256))
_CONTROLS = bytes(set(range(32)) - {0x00, 0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x1A, 0x1B})
_SAMPLE = 65_536
# What stands beyond ASCII in Western European text: letters, and the typographic signs of cp1252.
_WESTERN = re.compile(
    r"[a-zß-öø-ÿœšžŸ]|[À-ÖØ-ÞŒŠŽ](?=[^\W\d_])|[‘’‚“”„…–—•€£¥§©®°±²³´¶·¹º»¼½¾¿¡«ª¢\u00a0\u00ad×™‹›†‡ˆ˜ƒ¦¨¬¯µ¤ˆ]"
)
# Codecs of Python that are no encodings of text.
_NO_CHARSETS = frozenset({
    "base64", "bz2", "hex", "idna", "punycode", "quopri", "raw-unicode-escape", "rot13", "undefined",
    "unicode-escape", "uu", "zlib",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text and the encoding it was read in; `note` is '' for UTF-8, else what a reader should know."""

    text: str
    encoding: str
    note: str = ""


def binary_kind(data: bytes) -> str | None:
    """What a file that is no text is, by its first bytes: "a PDF document". None when they say nothing."""
    for signature, name in _SIGNATURES:
        if data.startswith(signature):
            return name
    if data.startswith(b"PK\x03\x04"):
        return next((name for mark, name in _ZIPPED if mark in data[:4096]), "a ZIP archive")
    if data.startswith(b"RIFF"):
        return _RIFF.get(data[8:12], "a RIFF media file")
    if data[4:8] == b"ftyp":
        return "an MP4 film"
    return None


def _declared(data: bytes, charset: str | None) -> str | None:
    """The codec that the sender or the page itself names, if Python knows it as one for text."""
    found = _META_CHARSET.search(data[:4096])
    for name in (charset, found.group(1).decode("ascii", "ignore") if found else None):
        try:
            codec = codecs.lookup(name.strip("\"' ")).name if name else ""
        except LookupError:
            continue
        if codec and codec not in _NO_CHARSETS:
            # Browsers read a declared latin-1 as cp1252, which adds quotation marks (WHATWG Encoding Standard).
            return "cp1252" if codec in {"iso8859-1", "ascii"} else codec
    return None


def _refuse_binary(data: bytes, where: str) -> None:
    kind = binary_kind(data)
    sample = data[:_SAMPLE]
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    nulls = sample.count(0)
    if kind is None and (controls > 0.02 * len(sample) or nulls > 0.2 * len(sample)):
        kind = "binary data"
    if kind:
        raise BinaryInput(
            f"{where} is {kind}",
            expected="text, HTML, Markdown or JSON lines",
            hint="save its text as a .txt file in UTF-8, and give that",
        )


def _wide(data: bytes) -> str | None:
    """UTF-16 without a byte order mark: every other byte of Western text is null."""
    sample = data[:_SAMPLE]
    if len(sample) < 4 or sample.count(0) < 0.3 * len(sample):
        return None
    odd, even = sample[1::2].count(0), sample[::2].count(0)
    if odd > 0.6 * len(sample[1::2]) and even < 0.05 * len(sample[::2]):
        return "utf-16-le"
    if even > 0.6 * len(sample[::2]) and odd < 0.05 * len(sample[1::2]):
        return "utf-16-be"
    return None


def _try(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError, ValueError):
        return None


def _western(data: bytes) -> str | None:
    """Text in cp1252, if everything beyond ASCII in it is what Western text holds."""
    text = _try(data, "cp1252")
    if text is None:
        return None
    beyond = sum(not character.isascii() for character in text)
    fitting = sum(not text[match.start()].isascii() for match in _WESTERN.finditer(text))
    letters = sum(map(str.isalpha, text))
    # In Western text one letter in ten or so is accented; Cyrillic read as cp1252 is accented throughout.
    return text if fitting == beyond and beyond <= max(3, 0.2 * letters) else None


def _guess(data: bytes) -> Decoded | None:
    """A legacy encoding of another script, as charset-normalizer finds it; Latin guesses are not trusted."""
    import charset_normalizer

    best = charset_normalizer.from_bytes(data[:_SAMPLE]).best()
    text = _try(data, best.encoding) if best else None
    if best is None or text is None:
        return None
    letters = [character for character in text if character.isalpha()]
    foreign = sum(ord(character) > 0x36F for character in letters)
    if foreign < 0.3 * len(letters):
        return None
    return Decoded(text, best.encoding, f"read as {best.encoding}, which is a guess: the source is not UTF-8")


def _broken(data: bytes, error: UnicodeDecodeError, where: str) -> BinaryInput:
    return BinaryInput(
        f"{where} is neither UTF-8 (byte {data[error.start]:#04x} at {error.start:,} is wrong) nor another encoding",
        expected="text in UTF-8",
        hint="find out its encoding and convert it, as in: iconv -f ENCODING -t UTF-8 FILE",
    )


def _not_utf8(data: bytes, charset: str | None, error: UnicodeDecodeError, where: str) -> Decoded:
    declared = _declared(data, charset)
    if declared and declared != "utf-8" and (text := _try(data, declared)) is not None:
        return Decoded(text, declared, f"read as {declared}, as the source says")
    # Text with whole UTF-8 characters in it is UTF-8 that was damaged; another reading would garble them.
    rest, whole = _MULTIBYTE.subn(b"", data)
    stray = len(rest) - len(rest.translate(None, _HIGH))
    if whole < stray or not whole:
        if (text := _western(data)) is not None:
            return Decoded(text, "cp1252", "read as cp1252 (Western European): the source is not UTF-8")
        if (guess := _guess(data)) is not None:
            return guess
    raise _broken(data, error, where)


def decode(data: bytes, *, charset: str | None = None, where: str = "the input") -> Decoded:
    """Read bytes as text: by their byte order mark, as UTF-8, as declared, as cp1252, or as they look.

    Args:
        data: the whole source.
        charset: the encoding that its sender names (an HTTP header).
        where: what to call the source in an error.

    Raises:
        BinaryInput: the bytes are a picture, an archive and so on, or text that no encoding reads.
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark) and (text := _try(data, encoding)) is not None:
            note = "" if encoding == "utf-8-sig" else f"read as {encoding.upper()}, by its byte order mark"
            return Decoded(text, encoding, note)
    if wide := _wide(data):
        text = _try(data, wide)
        if text is not None:
            return Decoded(text, wide, f"read as {wide.upper()}")
    _refuse_binary(data, where)
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        return _not_utf8(data, charset, error, where)
