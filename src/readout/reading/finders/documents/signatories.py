"""Between whom a document is: the parties of its title, those who sign it, and those who keep or break it."""

from __future__ import annotations

from collections.abc import Iterator

from readout.lang import Rule
from readout.reading.actors.party import Mention, Party
from readout.reading.finders.documents.named_sides import named_sides
from readout.reading.scene import Scene

CLAUSES = ("acl", "acl:relcl")
PARTNERS = frozenset(("by", "between", "among"))
MANY = 2
"""Parties that a title must name at the least to be believed against the clause behind it."""
NEAR = 20
"""Words before a title among which a country stands for the one that keeps or breaks it."""


def signatories(
    scene: Scene, rule: Rule, status: str, i: int, title: tuple[int, int]
) -> tuple[list[Party], int | None]:
    """The parties of the document whose noun is word `i`, and the word that they were worked out from."""
    sides = named_sides(scene, i, title[1])
    if sides is not None:
        return sides[0], sides[1]
    named = list(dict.fromkeys(_in_title(scene, i, *title)))
    told = _told_behind(scene, rule, i, title[1]) if len({p.name for p in named}) < MANY else None
    if told:
        return told
    owners = [p for k in scene.words.kin(i, "nmod:poss") for p in _state(scene, k)]
    if owners and not named:
        return owners, title[0]
    about = list(dict.fromkeys(_in_title(scene, i, *title, whole=True)))
    if not named and status == "planned" and len(about) > 1:
        return about, title[0]
    if named and (len({p.name for p in named}) > 1 or not _has_partner(scene, title)):
        return named, title[0]
    acting, at = _acting(scene, rule, status, i)
    if named:
        theirs = {n.name for n in named}
        ours = [p for p in acting if p.kind != "person" and p.name not in theirs and p.country not in theirs]
        return [*named, *(ours or (_home(scene, named) if status != "signed" else ()))], title[0]
    if acting:
        return acting, at
    return _near(scene, title, status), i


def _told_behind(scene: Scene, rule: Rule, i: int, last: int) -> tuple[list[Party], int] | None:
    """Those whom the clause behind a title tells ("which A signed with B", "signed by A and B"), or its passive ("was signed
    between A and B"), where they are several."""
    words = scene.words
    verbs = [k for k in words.children[i] if k > last and words.dep[k] in CLAUSES]
    verbs += [words.head[i]] if words.dep[i] == "nsubj:pass" else []
    for verb in (
        k for k in verbs if words.lower[k] in rule.fields["signed"] or words.lower[k] in rule.fields["negotiated"]
    ):
        subject = words.child(verb, "nsubj")
        cases = PARTNERS if subject is None else {*PARTNERS, "with"}
        partners = [
            k for k in words.kin(verb, "obl", "obl:agent") if any(words.lower[j] in cases for j in words.kin(k, "case"))
        ]
        places = [k for k in (subject, *partners) if k is not None and k != i]
        parties = list(dict.fromkeys([*(p for k in places for p in scene.who(k)), *_represented(scene, places)]))
        if len(parties) > 1:
            return parties, places[0]
    return None


def _represented(scene: Scene, places: list[int]) -> Iterator[Party]:
    """The groups of states for which somebody without a name acts beside the states of a list ("the ministers of A, B, C, and the High
    Representative of the European Union")."""
    words = scene.words
    for place in places:
        low, high = words.edges[place]
        for k in range(low + 1, high + 1):
            mention = scene.cast.at[k]
            if mention is None or mention.first != k or mention.sort != "organisation":
                continue
            before = words.lower[max(low, k - 2) : k]
            own = [p for p in mention.parties if p.name in scene.pack.gathering]
            yield from own if before[-1:] == ["of"] or before == ["of", "the"] else ()


def _in_title(scene: Scene, i: int, first: int, last: int, *, whole: bool = False) -> Iterator[Party]:
    """Countries before the noun ("the EU-Ukraine agreement") and behind "with" or "between"; no topic (but in the `whole` title), no part of
    a name."""
    words, topics = scene.words, scene.cast.references["topics"]
    topic = False
    for k in range(first, last + 1):
        if k > i and words.lower[k] in topics:
            topic = not whole
        elif k > i and words.lower[k] in ("with", "between", "among"):
            topic = False
        mention = scene.cast.at[k]
        if mention is None or mention.first != k or topic or mention.first <= i <= mention.last:
            continue
        if scene.resolver.body_of(k) is not None:
            continue  # "India's Ministry of Ports": the body is the party
        state = mention.sort in ("country", "adjective")
        if (state or _stands_apart(scene, mention, i) or _issues(scene, mention, i)) and not _brokers(scene, mention):
            yield from mention.parties
            yield from scene.who(k) if k > i else ()


def _brokers(scene: Scene, mention: Mention) -> bool:
    """ "UN-brokered": who helps a document into being is no party."""
    after = scene.words.lower[mention.last + 1 : mention.last + 3]
    return len(after) == 2 and after[0] == "-" and after[1] in scene.cast.references["brokered"]


def _issues(scene: Scene, mention: Mention, i: int) -> bool:
    """Whether a group of states stands in the title of a statement or declaration: its members issue it ("the G20 Leaders' Declaration")."""
    groups = scene.pack.gathering
    together = scene.words.lower[i] in scene.rules("agreement")[-1].words("together")
    return together and mention.sort == "organisation" and any(party.name in groups for party in mention.parties)


def _stands_apart(scene: Scene, mention: Mention, i: int) -> bool:
    """Whether an organisation in a title is a party and not a part of the title's name: behind "with", or joined to a country."""
    words = scene.words
    if mention.sort not in ("organisation", "body"):
        return False
    if mention.first > i:
        return any(
            words.lower[k] in ("with", "between", "among", "and")
            for k in range(max(i + 1, mention.first - 3), mention.first)
        )
    after = mention.last + 1
    if words.lower[after] in ("'s", "’s"):
        return True
    return (
        words.form[after] in ("-", "–")
        and scene.cast.at[after + 1] is not None
        and words.lower[i] not in words.lower[mention.first : after]
    )


def _has_partner(scene: Scene, title: tuple[int, int]) -> bool:
    """Whether the title tells one side's partner alone ("a deal with the European Union")."""
    return any(scene.words.lower[k] == "with" for k in range(title[0], title[1] + 1))


def _acting(scene: Scene, rule: Rule, status: str, i: int) -> tuple[list[Party], int | None]:
    """Who signs, keeps or leaves the document: the agent or subject of its verb; who met, where it came to be there."""
    words, verb = scene.words, scene.words.head[i]
    while (
        words.pos[verb] != "VERB"
        and words.head[verb] != verb
        and words.dep[verb] in ("nmod", "nsubj:pass", "conj", "obl", "obj")
    ):
        owner = [
            p for k in words.children[verb] if k < i and words.dep[k] in ("nmod", "nmod:poss") for p in _state(scene, k)
        ]
        if owner and status != "signed":
            return owner, verb
        verb = words.head[verb]
    for k in words.kin(verb, "obl", "obl:agent"):
        if any(words.lower[j] in rule.words("by") for j in words.kin(k, "case")) and scene.who(k):
            return list(scene.who(k)), k
    subject = scene.subject(verb) if words.pos[verb] == "VERB" else None
    parties = scene.who(subject, until=verb) if subject not in (None, i) else ()
    if (parties and status in ("signed", "negotiated", "ended")) or (
        all(p.kind != "person" for p in parties) and parties
    ):
        return list(parties), subject
    met = [e.parties for e in scene.resolver.encounters if e.at <= i]
    if status == "in force":
        return [], subject
    return list(scene.resolver.authors or parties or (met[-1] if met else ())), i


def _state(scene: Scene, k: int) -> tuple[Party, ...]:
    return tuple(p for p in scene.who(k) if p.kind in ("country", "organisation", "body"))


def _home(scene: Scene, named: list[Party]) -> list[Party]:
    """The outlet's country, where a title tells its partner alone."""
    home = scene.cast.around.home
    return [scene.cast.country(home)] if home and home not in {p.name for p in named} else []


def _near(scene: Scene, title: tuple[int, int], status: str) -> list[Party]:
    """The last country before the title in its sentence: of a document that is merely invoked, the one spoken of."""
    words = scene.words
    if scene.resolver.authors and status in ("signed", "negotiated"):
        return list(scene.resolver.authors)
    for k in range(title[0] - 1, max(words.sentence_of[title[0]][0], title[0] - NEAR) - 1, -1):
        mention = scene.cast.at[k]
        if mention is not None and mention.sort in ("country", "adjective", "capital"):
            return list(mention.parties)
    return []
