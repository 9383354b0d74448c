"""What the speaker does with the content: asserts, denies, accuses, threatens, ...

The cue decides first; a neutral cue ("said") leaves it to the content: a negated main clause denies, an attack by
the speaker's own side claims it, one that a party to the fight lays to somebody else accuses.
"""

import re

from rashomon.codebook.cues import Cues
from rashomon.model import Claimant, Stance
from rashomon.read.attribution.draft import Draft
from rashomon.read.document import Document

OPENING = 11
"""Words of the content in which a negation still belongs to its main clause."""
WORDS = re.compile(r"\w(?:[\w'\u2019\-]*\w)?|[,;:]")
OWN = frozenset("we our it its they their ours theirs".split())
CONDOLING = frozenset("condolences solidarity support sympathy".split())
VOICING = frozenset("express voice declare describe offer send convey".split())
LABELLING = frozenset(
    "call describe label term brand dub style see consider regard characterize characterise speak".split()
)
STRIKES = frozenset(
    "attack attacks bombing blast assault operation operations raid strike shooting downing killing it".split()
)


def stance_of(document: Document, draft: Draft, *, claimant: Claimant | None, cues: Cues) -> Stance:
    """The stance of a draft towards its content."""
    if draft.rule in ("doubt", "decline"):
        return "doubts" if draft.rule == "doubt" else "declines_to_comment"
    content = " ".join(document.text[start:end] for start, end in draft.content)
    tokens = WORDS.findall(content)
    words = [token.lower().replace("\u2019", "'") for token in tokens]
    entry = draft.cue_entry
    own = entry.stance if entry is not None else "asserts"
    if entry is not None:
        special = _by_negated_cue(entry.lemma, cues) if draft.negated else None
        special = special or _by_cue(entry.key, words, claimant, cues)
        if special is not None or own not in ("asserts", "confirms", "supports"):
            return special or own
    return _by_content(tokens, words, claimant, cues, own=own) or own


def _by_negated_cue(lemma: str, cues: Cues) -> Stance | None:
    """ "did not say", "could not confirm" decline; "do not believe" denies."""
    if lemma in cues.judging["secrets"]:
        return "declines_to_comment"
    return "denies" if lemma in ("believe", "think", "accept", "recognize", "see") else None


def _by_cue(key: str, words: list[str], claimant: Claimant | None, cues: Cues) -> Stance | None:
    """Cues whose stance hangs on what follows: "claimed the attack", "promised revenge", "called it a crime"."""
    lemma, head = key.split()[0], set(words[:6])
    if _claims_by_cue(lemma, key, words, claimant, cues=cues):
        return "claims_responsibility"
    if lemma in LABELLING and set(words) & cues.judging["condemnations"]:
        return "condemns"
    if lemma == "object" or (lemma in VOICING and head & cues.judging["concern"]):
        return "condemns"
    if lemma == "thank" or (lemma in VOICING and head & CONDOLING):
        return "supports"
    if lemma in ("decline", "refuse", "have", "make") and "comment" in head:
        return "declines_to_comment"
    if lemma in ("reject", "dismiss") or key == "rule out":
        return "denies"
    if lemma in ("promise", "pledge", "warn") and set(words) & cues.judging["threats"]:
        return "threatens"
    if (key == "hold" and "responsible" in words) or (lemma == "attribute" and "to" in words):
        return "accuses"
    if lemma in ("ask", "order", "instruct") and ("to" in words[:12] or head & {"for", "be"}) and "if" not in head:
        return "calls_for"
    return None


def _claims_by_cue(lemma: str, key: str, words: list[str], claimant: Claimant | None, *, cues: Cues) -> bool:
    """ "took responsibility", "claimed the attack", an army that "announced a strike"."""
    head = set(words[:6])
    if lemma in ("claim", "take", "accept", "admit") and "responsibility" in head:
        return True
    if lemma == "announce":
        return bool(head & (STRIKES - {"it"})) and _is_party(claimant, cues)
    clause = words[:1] and (words[0] in OWN - {"it"} or words[1:2] in (["was"], ["is"], ["had"]))
    return key == "claim" and bool(head & STRIKES) and not clause


def _by_content(
    tokens: list[str], words: list[str], claimant: Claimant | None, cues: Cues, *, own: Stance
) -> Stance | None:
    if _threatens(words, cues):
        return "threatens"
    if _denies(words, cues):
        return "denies"
    if own != "asserts":
        return own
    if set(words) & cues.judging["regrets"] and _is_party(claimant, cues):
        return "confirms"
    if set(words[:25]) & cues.judging["strong"]:
        return "condemns"
    if _claims(words, claimant, cues):
        return "claims_responsibility"
    if _accuses(tokens, claimant, cues):
        return "accuses"
    if set(words[:14]) & {"must", "should", "ought"} and "have" not in words[:14]:
        return "calls_for"
    return None


def _denies(words: list[str], cues: Cues) -> bool:
    """A negation before the first comma and among the first words, not one inside a dependent clause."""
    for position, word in enumerate(words[:OPENING]):
        if word in (",", ";") and position > 3:
            return False
        if word in ("that", "who", "which", "whether", "if", "because", "to") and position > 2:
            return False
        if word in cues.judging["denials"] or word.endswith("n't"):
            return not set(words[position + 1 : position + 2]) & cues.judging["after_denials"]
    return False


def _threatens(words: list[str], cues: Cues) -> bool:
    head = words[:16]
    place = next((i for i, word in enumerate(head) if word in ("will", "would", "we'll", "can't", "cannot")), None)
    return place is not None and bool(set(words[place : place + 7]) & cues.judging["threats"])


def _is_party(claimant: Claimant | None, cues: Cues) -> bool:
    """Whether the claimant can be a side of the fight: an army, a government, an armed group, a country by name."""
    if claimant is None or claimant.anonymous:
        return False
    words = re.findall(r"\w+", f"{claimant.name} {claimant.role or ''}".lower())
    return bool(set(words) & cues.judging["parties"]) or len(claimant.name.split()) == 1


def _claims(words: list[str], claimant: Claimant | None, cues: Cues) -> bool:
    """The speaker's own side attacks: "we bombed two camps", "its forces conducted airstrikes", "targets were hit"."""
    if not _is_party(claimant, cues):
        return False
    attacks, head = cues.judging["attacks"], words[:12]
    own = next((i for i, word in enumerate(words[:4]) if word in OWN), None)
    if own is not None:
        after = words[own + 1 : own + 6]
        if set(after[:3]) & {"was", "were", "is"}:
            return "behind" in after
        return bool(set(after) & attacks)
    if words[-1:] == ["theirs"] or (
        "by" in words and words[words.index("by") + 1 :][:1] in (["its"], ["our"], ["their"])
    ):
        return True
    return bool(set(head) & attacks and set(words) & cues.judging["prey"])


def _accuses(tokens: list[str], claimant: Claimant | None, cues: Cues) -> bool:
    """Somebody named, who is not the speaker, attacks: "Russia shelled the market", "struck by Israeli jets"."""
    if not _is_party(claimant, cues) or claimant is None:
        return False
    own = {word.lower()[:4] for word in re.findall(r"\w+", f"{claimant.name} {claimant.role or ''}")}
    lower = [token.lower() for token in tokens]
    if set(lower[:20]) & cues.judging["blaming"] and not set(lower[:3]) & OWN:
        return True
    for position, token in enumerate(tokens[:16]):
        if not token[0].isupper() or lower[position][:4] in own or lower[position] in cues.words["times"]:
            continue
        if position == 0 and any(
            lower[0] in cues.words[name] for name in ("determiners", "subjects", "prepositions", "openers")
        ):
            continue
        if position > 0 and lower[position - 1] in ("in", "on", "at", "near", "from", "to", "against", "since", "of"):
            continue
        after = lower[position + 1 : position + 5]
        if after[:1] and (after[0] in cues.judging["attacks"] or after[0] in cues.judging["means"]):
            return True
        if after[:1] and after[0] in ("had", "has", "have") and set(after[1:2]) & cues.judging["attacks"]:
            return True
    return False
