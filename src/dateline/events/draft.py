"""An event while it is being put together: the trigger stage makes it, roles, status and links fill it in."""

from __future__ import annotations

from dataclasses import dataclass, field

from dateline.records import Claim, EventPlace, Instrument, Party, When
from dateline.spans import Span

THREAT = "a threat is made by saying it"


@dataclass(frozen=True, slots=True)
class Frame:
    """Where a word's parties stand, best slot first.

    Slots are deep grammatical places, so that a passive needs no frame of its own:
        subject, object, iobject -- of the verb (of a passive: the by-phrase is the subject, the surface subject the
            object); for a noun under a support verb ("carried out an attack"), subject is the support verb's
        by, of, against, on, to, with, from, for, between, at, in, into, over, ... -- object of that preposition
        poss -- possessor ("the army's attack"); modifier -- adjective or compound ("an Israeli strike")
        complement -- the subject of what is told, asked or promised ("urged X to leave", "demanded that X leave")
        matter -- whom the content names: of-phrase, "against"-phrase, possessor or modifier of the noun asked for,
            promised or given up ("called for the withdrawal of US troops", "suspended operations against the army")
        outcome -- object of a word in `Draft.outcomes` ("an attack that killed three soldiers"), or its of-phrase
            ("resulting in the death of three soldiers")

    `mutual`: all parties act ("met with", "clashed with", "the two sides agreed"): recipients become actors.
    """

    actor: tuple[str, ...] = ("subject", "by", "poss", "modifier")
    recipient: tuple[str, ...] = ("object", "against", "on", "of")
    mutual: bool = False


@dataclass(slots=True)
class Draft:
    """One telling of an act. `token` is the head of the trigger words; `support` the light verb above a noun trigger
    ("carried" in "carried out an attack"), None where there is none; `entry` names the lexicon entry that fired.
    `outcomes` are words for harm that the same act did ("killed", "death", "wounded" beside "attack"); their spans
    stand in `also`. `matter` is the head word of the content of a request, promise, refusal, threat or charge.
    """

    token: int
    trigger: Span
    type: str
    modes: tuple[str, ...]
    cameo: str
    entry: str
    frame: Frame = field(default_factory=Frame)
    support: int | None = None
    outcomes: tuple[int, ...] = ()
    matter: int | None = None
    confidence: float = 0.7
    contexts: tuple[str, ...] = ()
    status: str = "actual"
    historical: bool = False
    actors: tuple[Party, ...] = ()
    recipients: tuple[Party, ...] = ()
    instruments: tuple[Instrument, ...] = ()
    place: EventPlace | None = None
    when: When | None = None
    counts: tuple[int, ...] = ()
    said_by: tuple[int, ...] = ()
    claims: tuple[Claim, ...] = ()
    also: list[Span] = field(default_factory=list)
    derived: list[str] = field(default_factory=list)
