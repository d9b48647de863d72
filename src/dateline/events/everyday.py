"""Acts of everyday life, of nature and of talk that are told in the words of public acts.

A word of the lexicon can be right and the act still be none of PLOVER: a sickness that kills, two friends who agree,
a candidate who attacks another in a debate. Each check looks at one such class and gives a reason that a reader
understands. Words stand in `data/everyday.yaml`.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from dateline.document import Document
from dateline.events.draft import Draft
from dateline.events.lexicon import classes, read_data, split
from dateline.events.view import View

FORECAST = "a forecast"
QUESTION = "a question"
NATURE = "disease, disaster or accident"
PRIVATE = "between private persons"
GENERAL = "a general truth, or the writer speaking"
SCORE = "a sports result"
CAMPAIGN = "a meeting of a campaign"
WORDS = "an attack in words"
NOTHING = "nothing happened"
FIGURE = "a figure of speech"
ANIMALS = "a matter of animals"
STANDING = "a standing tie, no act"
GATHERING = "a gathering, no protest"

_HARM = frozenset({"assault.kill", "assault.harmed", "assault.died", "assault.mass_expulsion", "assault.chemical"})
_HARM |= {"assault.murder", "assault.genocide", "assault.attack", "assault.arson"}
_WORDY = frozenset({"assault.attack", "assault.shoot", "assault.strike_military", "assault.beat", "assault.fight"})
_WORDY |= {"assault.fight_armed", "assault.beat_person", "assault.ambush", "assault.shell"}
_BODILY = frozenset({"assault.attack", "assault.kill", "assault.beat", "assault.beat_person", "assault.stab"})
_BODILY |= {"assault.murder", "assault.strike_military", "assault.harmed", "assault.ambush", "assault.torture"}
_DIGGING = frozenset({"miner", "coal", "gold", "collapse", "shaft", "colliery"})
_UNDER_FIRE = frozenset({"assault.come_under", "assault.come_under_fire"})
_SOLID = ("person", "force", "place", "target", "structure", "institution", "weapon")
_NOTION_ENDS = ("ism", "ness", "ity", "asm", "tion", "sion", "ance", "ence", "logy", "nomics")
_CROWD = frozenset({"gather", "assemble", "rally", "parade", "sit", "mass", "converge", "congregate", "throng", "camp"})
_CROWD |= {"chant", "procession", "march", "hold", "wave"}
_DEALING = frozenset({"AID", "AGREE", "SUPPORT", "CONSULT", "COOPERATE"})
_TELLING = frozenset({"tell", "ask", "instruct", "direct", "encourage", "recommend", "beg", "plead", "oblige"})
_NAMES = frozenset({"GPE", "NORP", "ORG", "PERSON", "FAC", "LOC"})
_LIKELY = frozenset({"likely", "unlikely", "possible", "probable", "expect", "fear"})
_MAY = frozenset({"may", "might", "could", "will"})


@lru_cache(maxsize=1)
def lists() -> dict[str, frozenset[str]]:
    """The lists of `data/everyday.yaml`, by name."""
    return {name: frozenset(split(words)) for name, words in read_data("everyday").items()}


def everyday(document: Document, view: View, draft: Draft) -> str:
    """The reason why a draft is an act of everyday life, nature or talk; '' where it is none of these."""
    return next((reason for check in _CHECKS if (reason := check(document, view, draft))), "")


def _general(document: Document, view: View, draft: Draft) -> str:
    """Acts of "you" and of the writer: "you leave your country", "I urge readers to". In a quotation "I" is a party."""
    s = view.syntax
    if s.pos[draft.token] != "VERB" or draft.type == "REQUEST":
        return ""
    words = {s.lowers[c] for c in s.children[draft.token] if s.deps[c] in ("nsubj", "nsubjpass")}
    if "you" in words:
        return GENERAL
    quoted = any(quote.outer.covers(draft.trigger) for quote in document.quotations)
    return GENERAL if "i" in words and not quoted else ""


def _question(document: Document, view: View, draft: Draft) -> str:
    """The main verb of a sentence that ends in a question mark, and what hangs from it by "to" or "and"."""
    s = view.syntax
    end = document.syntax.sentences[s.sentence[draft.token]][1]
    if "?" not in s.words[max(0, end - 2) : end]:
        return ""
    node = draft.token
    while s.heads[node] != node and s.deps[node] in ("xcomp", "conj", "dobj"):
        node = s.heads[node]
    asked = any(s.lowers[c] in ("who", "when", "why", "how", "where") for c in s.children[node])
    return QUESTION if s.heads[node] == node and not asked else ""


def _forecast(_: Document, view: View, draft: Draft) -> str:
    """A noun of an act that is only expected: "attacks are likely to continue", "fighting could resume"."""
    s = view.syntax
    token = draft.token
    if s.pos[token] != "NOUN" or s.deps[token] not in ("nsubj", "nsubjpass"):
        return ""
    head = s.heads[token]
    below = [c for c in s.children[head] if s.deps[c] in ("acomp", "aux")]
    told = {s.lemmas[head], *(s.lemmas[c] for c in below), *(s.lowers[c] for c in below)}
    coming = bool(told & _LIKELY) or (bool(told & _MAY) and s.lemmas[head] in _GO_ON)
    return FORECAST if coming else ""


_GO_ON = frozenset({"continue", "resume", "occur", "happen", "follow", "increase", "spread", "begin", "break", "rise"})


def _nothing(_: Document, view: View, draft: Draft) -> str:
    """As in "not a single shot was fired"."""
    s = view.syntax
    nouns = [c for c in s.children[draft.token] if s.deps[c] in ("nsubjpass", "nsubj", "dobj")]
    for noun in (draft.token, *nouns):
        words = [s.lowers[t] for t in range(s.left[noun], noun)]
        if "not" in words and "single" in words:
            return NOTHING
    return ""


def _score(_: Document, view: View, draft: Draft) -> str:
    """A result in figures beside the verb: "beat the visitors 2-0"."""
    s = view.syntax
    if draft.type != "ASSAULT":
        return ""
    last = min(len(s) - 2, s.right[draft.token])
    for t in range(draft.token + 1, last):
        if s.words[t] in ("-", "–", "to") and s.words[t - 1].isdigit() and s.words[t + 1].isdigit():
            return SCORE if s.lemmas[draft.token] in _BEATS and int(s.words[t - 1]) < 200 else ""
    return ""


_BEATS = frozenset(
    {"beat", "defeat", "thrash", "crush", "rout", "hammer", "edge", "down", "batter", "smash", "destroy"}
)


def _nature(_: Document, view: View, draft: Draft) -> str:
    """Harm in a passage about sickness, disaster or accident where nothing near speaks of violence."""
    s = view.syntax
    if draft.entry not in _HARM or draft.instruments:
        return ""
    words = lists()
    objects = view.objects(draft.token)
    if objects and all(s.lemmas[t] in words["animal"] for t in objects):
        return ANIMALS
    doers = view.subjects(draft.token)
    if doers and all(s.lemmas[t] in words["animal"] for t in doers):
        return ANIMALS
    around = view.around(draft.token) - set(view.forms(draft.token))
    if around & words["violence"] or ("mine" in around and not around & _DIGGING):
        return ""
    return NATURE if around & words["nature"] else ""


def _campaign(_: Document, view: View, draft: Draft) -> str:
    """A rally for votes, and blows that candidates deal each other in words."""
    s = view.syntax
    words = lists()
    around = view.around(draft.token)
    if len(around & words["campaign"]) < 2:
        return ""
    own = set(view.forms(draft.token))
    if draft.entry.startswith("protest.demonstrate") and not (view.near(draft.token) - own) & words["contest"]:
        return CAMPAIGN
    if draft.entry not in _WORDY or draft.outcomes or (around - own) & (words["violence"] - _SAID):
        return ""
    return WORDS if s.lemmas[draft.token] in _SAID else ""


def criticism(view: View, draft: Draft) -> bool:
    """Whether an attack in words has a speaker and a target, and so is an ACCUSE."""
    s = view.syntax
    return s.pos[draft.token] == "VERB" and s.lemmas[draft.token] != "beat" and bool(view.objects(draft.token))


_SAID = frozenset({"attack", "assault", "shot", "hit", "batter", "slam", "fight", "battle", "target", "strike", "beat"})
_SAID |= {"barrage", "onslaught", "clash", "pound", "assail", "savage", "rampage", "offensive", "ambush", "blast"}


def _under_fire(_: Document, view: View, draft: Draft) -> str:
    """As in "the budget came under fire", where nothing near speaks of violence and no armed force is meant."""
    if draft.entry not in _UNDER_FIRE or any(view.fits(t, classes()["force"]) for t in view.subjects(draft.token)):
        return ""
    own = {"fire", "attack", "assault", *view.forms(draft.token)}
    return "" if (view.around(draft.token) - own) & lists()["violence"] else FIGURE


def _figure(_: Document, view: View, draft: Draft) -> str:
    """Violence done to what can bear none: "attacked loopholes", "killed my enthusiasm", "slapped covers on books"."""
    s = view.syntax
    if draft.type != "ASSAULT" or s.pos[draft.token] != "VERB" or "destroy" in draft.modes or draft.outcomes:
        return ""
    if draft.entry not in _BODILY or (view.near(draft.token) - set(view.forms(draft.token))) & lists()["violence"]:
        return ""
    objects = view.objects(draft.token)
    if any(s.lowers[c] in ("who", "whom") for c in s.children[draft.token]):
        return ""
    if not objects:
        return FIGURE if draft.entry == "assault.beat" and not view.passive(draft.token) else ""
    return FIGURE if all(_unbodily(view, t) for t in objects) else ""


def _affliction(_: Document, view: View, draft: Draft) -> str:
    """Blows of what has no hand: "hunger attacks the weak", "poverty kills"."""
    s = view.syntax
    if draft.type != "ASSAULT" or s.pos[draft.token] != "VERB" or draft.instruments:
        return ""
    # "Thirst attacks" may be parsed as an adjective with its noun.
    doers = [c for c in s.children[draft.token] if s.deps[c] in ("nsubj", "amod") and c < draft.token]
    return FIGURE if doers and all(s.lemmas[t] in lists()["affliction"] for t in doers) else ""


def _unbodily(view: View, token: int) -> bool:
    """Whether a noun names what no blow can reach: a notion, a habit, a rule."""
    s = view.syntax
    if s.labels[token] or s.pos[token] != "NOUN" or any(view.fits(token, classes()[name]) for name in _SOLID):
        return False
    notion = s.lemmas[token] in lists()["notion"] or view.fits(token, classes()["abstract"])
    return notion or s.lemmas[token].endswith(_NOTION_ENDS)


def _gathering(_: Document, view: View, draft: Draft) -> str:
    """Crowds that come together where nothing near speaks of protest."""
    s = view.syntax
    if draft.entry != "protest.demonstrate" or s.lemmas[draft.token] not in _CROWD:
        return ""
    if s.pos[draft.token] == "VERB" and s.lemmas[draft.token] in ("rally", "chant", "march"):
        return ""
    return "" if (view.around(draft.token) - set(view.forms(draft.token))) & lists()["contest"] else GATHERING


def _standing(_: Document, view: View, draft: Draft) -> str:
    """As in "troops backed by tanks", "a militia supported by its neighbour": what somebody is, not what was done."""
    s = view.syntax
    if draft.type != "SUPPORT" or s.lemmas[draft.token] not in ("back", "support") or s.tags[draft.token] != "VBN":
        return ""
    bare = not any(s.deps[c] in ("aux", "auxpass", "nsubjpass") for c in s.children[draft.token])
    return STANDING if bare and s.deps[draft.token] in ("acl", "amod", "advcl", "relcl") else ""


def _private(document: Document, view: View, draft: Draft) -> str:
    """Dealings and requests in which no party of public life takes part."""
    s = view.syntax
    asks = draft.type == "REQUEST" and s.lemmas[draft.token] in _TELLING
    if not asks and draft.type not in _DEALING:
        return ""
    if s.pos[draft.token] != "VERB" or s.deps[draft.token] == "acl":
        return ""
    subjects = view.subjects(draft.token)
    if not subjects or any(s.pos[t] == "PRON" for t in subjects):
        return ""
    parties = [*subjects, *view.objects(draft.token), *_receivers(view, draft.token)]
    return "" if any(_public(document, view, party) for party in parties) else PRIVATE


def _public(document: Document, view: View, party: int) -> bool:
    """Whether a party is named, or is by its kind one of public life."""
    s = view.syntax
    if s.lemmas[party] in lists()["public"] or s.pos[party] == "PROPN":
        return True
    if any(s.labels[t] in _NAMES for t in range(s.left[party], party + 1)):
        return True
    place = s.span(party, party)
    return any(entity.type in _NAMES and entity.span.covers(place) for entity in document.entities)


def _receivers(view: View, token: int) -> list[int]:
    return [t for word in ("to", "with", "for", "from", "of") for t in view.prep(token, word)]


_CHECKS: tuple[Callable[[Document, View, Draft], str], ...] = (
    _general,
    _question,
    _forecast,
    _nothing,
    _score,
    _nature,
    _campaign,
    _under_fire,
    _figure,
    _affliction,
    _gathering,
    _standing,
    _private,
)
