"""Dateline: who did what to whom, when, where, and according to whom, with the words that prove it.

>>> import dateline
>>> document = dateline.read("Rebels shelled the town of Kessab on Monday, the army said.", date="2024-03-01")
>>> [event.type for event in document.events]
['ASSAULT']
>>> document.quote(document.events[0].trigger)
'shelled'
"""

from dateline.api import annotate, read, read_source
from dateline.document import Document
from dateline.errors import DatelineError, InputError
from dateline.records import Report
from dateline.spans import Span
from dateline.version import __version__

__all__ = [
    "DatelineError",
    "Document",
    "InputError",
    "Report",
    "Span",
    "__version__",
    "annotate",
    "read",
    "read_source",
]
