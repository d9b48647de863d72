"""What can go wrong, each with what was seen, what was expected and what to try.

DatelineError
├── InputError          a report that cannot be read (exit status 1)
│   ├── EmptyInput
│   ├── BinaryInput
│   ├── TooLarge
│   ├── NoText
│   ├── BadRecord
│   ├── BadDate
│   ├── UnsupportedLanguage
│   └── FetchError      a web address that is refused or does not answer
├── SpanError           an offset outside its text: a bug of ours
├── PipelineError       stages in an order that cannot work
├── ConfigError         a setting that is unknown or of the wrong kind
└── ResourceError       a model or gazetteer that is missing or damaged
"""

from __future__ import annotations


class DatelineError(Exception):
    """Root of all our errors. `code` is stable and can be searched for in docs/reference/errors.md."""

    code = "D000"

    def __init__(self, seen: str, *, expected: str = "", hint: str = "") -> None:
        self.seen = seen
        self.expected = expected
        self.hint = hint
        super().__init__(self.message())

    def message(self) -> str:
        """One line a person can act on."""
        parts = [self.seen]
        if self.expected:
            parts.append(f"expected {self.expected}")
        if self.hint:
            parts.append(f"try: {self.hint}")
        return "; ".join(parts)


class InputError(DatelineError):
    """A report that cannot be read."""

    code = "D100"


class EmptyInput(InputError):
    """Nothing, or nothing but white space, came in."""

    code = "D101"


class BinaryInput(InputError):
    """The bytes are no text in any encoding that we read."""

    code = "D102"


class TooLarge(InputError):
    """More text than one report can hold."""

    code = "D103"


class NoText(InputError):
    """A page without a readable report in it."""

    code = "D104"


class BadRecord(InputError):
    """A JSON line without the fields that a report needs."""

    code = "D105"


class BadDate(InputError):
    """A publication date that is none, or that cannot be."""

    code = "D106"


class UnsupportedLanguage(InputError):
    """Text in a language or script that is not read yet."""

    code = "D107"


class FetchError(InputError):
    """A web address that is refused, or that does not answer."""

    code = "D108"


class SpanError(DatelineError):
    """An offset that does not lie inside its text."""

    code = "D200"

    def __init__(self, *, seen: str, length: int) -> None:
        super().__init__(
            f"span {seen} in a text of {length} code points",
            expected="0 <= start < end <= length",
            hint="report this as a bug, with the text",
        )


class PipelineError(DatelineError):
    """Stages that read what no stage before them has made."""

    code = "D201"


class ConfigError(DatelineError):
    """A setting that is unknown or of the wrong kind."""

    code = "D300"


class ResourceError(DatelineError):
    """A model or gazetteer that is missing or damaged."""

    code = "D400"
