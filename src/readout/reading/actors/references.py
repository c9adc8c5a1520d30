"""Titles without a name, "the sides", "the two leaders", pronouns: whom they point to at a place in the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readout.reading.actors.holders import Office, holder
from readout.reading.actors.leaders import leaders, of_group
from readout.reading.actors.mouthpiece import spoken_for
from readout.reading.actors.party import Mention, Party
from readout.reading.actors.those_who_met import encounter, met_before
from readout.reading.actors.voices import first_person

if TYPE_CHECKING:
    from readout.reading.actors.who import Resolver

SHORT = 4
"""Letters of a title in short ("EAM"), which stands for the words of the whole."""
ELDER = 3
"""Sentences back in which a pronoun's person is looked for."""


def resolve(resolver: Resolver, i: int) -> Mention | None:
    """The mention that a noun or pronoun without a name makes at word `i`; None where it points to no actor."""
    words, refs = resolver.cast.words, resolver.cast.references
    lower, pos = words.lower[i], words.pos[i]
    if pos == "PRON" or lower in refs["several"]:
        found, sort, how = _pronoun(resolver, i, lower)
    elif lower in refs["countries"]:
        found, sort, how = _side_named(resolver, i, lower) or _sides(resolver, i), "plural", "the sides"
    elif lower in refs["persons"] and (group := of_group(resolver, i)) is not None:
        return Mention(group.first, i, (i, i), group.parties, group.sort, "the group")
    elif lower in refs["persons"]:
        found, sort, how = leaders(resolver, i, lower), "plural", "those who met"
    elif lower in refs["side"] or lower in refs["government"] or lower in refs["home_nouns"]:
        found, sort, how = _side(resolver, i, lower), "country", "the country's side"
    else:
        found, sort, how = _title(resolver, i), "reference", "the title"
        if not found and (body := _body_told(resolver, i)):
            found, sort, how = body, "body", "the body told of before"
    if not found:
        return None
    first = words.edges[i][0] if words.edges[i][0] > i - 8 else i
    return Mention(max(first, words.sentence_of[i][0]), i, (i, i), tuple(dict.fromkeys(found)), sort, how)


def _pronoun(resolver: Resolver, i: int, lower: str) -> tuple[tuple[Party, ...], str, str]:
    refs = resolver.cast.references
    if lower in refs["singular_he"] or lower in refs["whoever"]:
        return _last_person(resolver, i, lower), "pronoun", "the person spoken of"
    if lower in refs["plural_they"] or lower in refs["several"] or lower in refs["whose"]:
        return _they(resolver, i, persons=lower in refs["several"]), "pronoun", "those who met"
    if lower == "it":
        return _last_country(resolver, i), "pronoun", "the country spoken of"
    if lower in refs["singular_i"] or lower in refs["plural_we"]:
        return first_person(resolver, i, lower in refs["singular_i"]), "pronoun", "who speaks there"
    return (), "pronoun", ""


def _last_person(resolver: Resolver, i: int, lower: str) -> tuple[Party, ...]:
    """The last person before `i` that is a subject; else the last person at all, not farther than a few sentences."""
    words, cast = resolver.cast.words, resolver.cast
    refs = cast.references
    feminine = True if lower in refs["last_woman"] else False if lower in refs["last_man"] else None
    acting = _acting_on(resolver, i) if lower in ("him", "her") and words.dep[i] in ("obj", "obl", "iobj") else ()
    fallback: tuple[Party, ...] = ()
    for k in range(i - 1, -1, -1):
        if words.sentence[k] < words.sentence[i] - ELDER:
            break
        named = cast.is_person_at(k) and cast.at[k].last == k  # type: ignore[union-attr]
        mention = cast.at[k] if named else _title_mention(resolver, k)
        if mention is None or not mention.parties or not _may_be(mention.parties[0], feminine, acting):
            continue
        if not cast.heard_with(k, i):
            continue
        if any(words.dep[m] in ("nsubj", "nsubj:pass") for m in range(mention.first, mention.last + 1)):
            return mention.parties[:1]
        fallback = fallback or mention.parties[:1]
    return fallback


def _may_be(person: Party, feminine: bool | None, acting: tuple[Party, ...]) -> bool:
    """Whether a pronoun may stand for a person: by its gender where the text tells that, and as another than its verb's subject."""
    return person not in acting and (feminine is None or person.feminine in (None, feminine))


def _acting_on(resolver: Resolver, i: int) -> tuple[Party, ...]:
    """The subject of the verb whose object the pronoun is: somebody else than the pronoun's person."""
    subject = resolver.subject(resolver.cast.words.head[i])
    return resolver.who(subject) if subject is not None and subject < i else ()


def _title_mention(resolver: Resolver, k: int) -> Mention | None:
    words = resolver.cast.words
    if words.dep[k] not in ("nsubj", "nsubj:pass") or resolver.cast.at[k] is not None or words.pos[k] == "PRON":
        return None
    found = _title(resolver, k)
    return Mention(k, k, (k, k), found, "reference") if found else None


def _last_country(resolver: Resolver, i: int) -> tuple[Party, ...]:
    cast = resolver.cast
    low = cast.words.sentence_of[i][0]
    for k in range(i - 1, max(low - 40, -1), -1):
        mention = cast.at[k]
        if (
            mention
            and mention.sort in ("country", "organisation", "body")
            and cast.words.dep[k] in ("nsubj", "nsubj:pass")
        ):
            return mention.parties
    return ()


def _they(resolver: Resolver, i: int, persons: bool) -> tuple[Party, ...]:
    """The last plural subject before `i` in this sentence or the one before; else those who met."""
    words = resolver.cast.words
    if not persons:
        low = words.sentence_of[i][0]
        before = words.sentence_of[low - 1][0] if low else 0
        for k in range(i - 1, before - 1, -1):
            if words.dep[k] not in ("nsubj", "nsubj:pass") or words.lower[k] == "it":
                continue
            found = resolver.who(k)
            if len(found) > 1:
                return found
    return met_before(resolver, i) if resolver.cast.around.home is None else encounter(resolver, i)


def _side_named(resolver: Resolver, i: int, lower: str) -> tuple[Party, ...]:
    """ "Our Kyrgyz partners": the country that stands right before."""
    before = resolver.cast.at[i - 1] if i and lower in resolver.cast.references["side"] else None
    return before.parties if before is not None and before.sort in ("adjective", "country") else ()


def _sides(resolver: Resolver, i: int) -> tuple[Party, ...]:
    """The countries of those who met."""
    words, refs = resolver.cast.words, resolver.cast.references
    modifiers = {words.lower[k] for k in words.children[i] if k < i}
    if not modifiers & refs["which_sides"] or modifiers & refs["other_sides"]:
        return ()
    too_many = "all" in modifiers and words.lower[i] not in refs["all_sides"]
    if too_many or words.child(i, "acl", "acl:relcl") is not None:
        return ()
    if resolver.authors and modifiers & {"our", "the"}:
        return resolver.authors
    nested = [k for k in words.kin(i, "nmod") if resolver.cast.at[k]]
    if nested and words.lower[i] == "governments":
        return resolver.who(nested[0])
    return _two_of(modifiers, countries_of(resolver, encounter(resolver, i)))


def _two_of(modifiers: set[str], sides: tuple[Party, ...]) -> tuple[Party, ...]:
    """Of more than two sides the two that are countries, where a text speaks of two ("the two countries" with the Commission there)."""
    states = tuple(side for side in sides if side.kind == "country")
    return states if modifiers & {"two", "both"} and len(sides) > len(states) == 2 else sides


def countries_of(resolver: Resolver, parties: tuple[Party, ...]) -> tuple[Party, ...]:
    """The countries (or bodies) for which parties act, once each; the first two of the text where that gives one."""
    cast = resolver.cast
    names = [p.country or p.name for p in parties if p.country or p.kind in ("country", "organisation")]
    names = list(dict.fromkeys(_bloc_of(resolver, name) for name in names))
    if len(names) < 2:
        names += [p.value for p in cast.headline.phrases if p.sort == "country" and p.value not in names]
    if len(names) < 2:
        named = [p for p in cast.others.values() if p.kind == "country" and p.spans]
        named.sort(key=lambda p: p.spans[0].start)
        names = list(dict.fromkeys([*names, *(p.name for p in named)]))[:2]
    return tuple(cast.others.get(("organisation", n)) or cast.country(n) for n in names)


def _bloc_of(resolver: Resolver, name: str) -> str:
    """The bloc for which an organ of it acts as its side (the European Union for its External Action Service), else the name itself."""
    pack = resolver.cast.pack
    whole = pack.whole_of.get(name, name)
    return whole if whole in pack.gathering else name


def _side(resolver: Resolver, i: int, lower: str) -> tuple[Party, ...]:
    """ "The Kazakh side", "our country", "the Russian Government"."""
    cast, words = resolver.cast, resolver.cast.words
    nation: Party | None = None
    for k in range(i - 1, max(i - 5, words.sentence_of[i][0] - 1), -1):
        mention = cast.at[k]
        if mention and mention.sort in ("adjective", "country"):
            nation = mention.parties[0]
            break
        if words.lower[k] == "our" and (nation := _ours(resolver, k)) is not None:
            break
        if words.pos[k] not in ("ADJ", "PART", "NOUN", "PROPN", "PUNCT", "DET") or words.form[k] == ",":
            break  # "in Norway, the delegation"
    if nation is None:
        below = words.child(i, "nmod")
        mention = cast.at[below] if below is not None else None
        nation = mention.parties[0] if mention and mention.sort == "country" else None
    if nation is None:
        return ()
    if lower in cast.references["government"]:
        title = "Government" if lower in ("government", "administration", "cabinet") else lower.capitalize()
        return (cast.party(f"{title} of {nation.name}", "body", nation.name),)
    return (nation,)


def _ours(resolver: Resolver, i: int) -> Party | None:
    """The country of the one whose words hold "our" at word `i`, else of the outlet's side."""
    voice = next((v for v in resolver.voices if v.first <= i <= v.last), None)
    spoken = voice.parties[0].country if voice is not None and len(voice.parties) == 1 else None
    name = spoken or resolver.cast.around.home
    return resolver.cast.country(name) if name else None


def _title(resolver: Resolver, i: int) -> tuple[Party, ...]:
    """ "The President", "the Ukrainian President", "the Deputy Secretary", "the head of state", "the Head of the Office"."""
    cast, words = resolver.cast, resolver.cast.words
    if body := spoken_for(cast, i):
        return body
    if abroad := _foreign_chancellor(resolver, i):
        return abroad
    hit = cast.around.title_at[i]
    if hit is None and words.form[i] not in cast.around.title_words and words.lower[i] != "counterpart":
        return ()
    low, high = words.edges[i]
    low = max(low, i - 6)
    first = hit.first if hit else i
    while first > low and words.form[first - 1] in cast.around.title_words and cast.at[first - 1] is None:
        first -= 1
    wanted = _office_words(resolver, i, first, high)
    country = _country_near(resolver, first, max(i, hit.last) if hit else i, high)
    state = words.lower[i + 1 : i + 5]
    if words.lower[i] == "head" and "state" in state and "of" in state:
        between = next(
            (m for k in range(i + 1, min(i + 5, len(words))) if (m := cast.at[k]) and m.sort == "adjective"), None
        )
        country = between.parties[0].name if between is not None else country
        return holder(resolver, i, Office({"president"}, "Head of State", country, "head of state"))
    if words.lower[i] == "counterpart":
        return _counterpart(resolver, i, country)
    ranks = cast.pack.rank_of_title
    told = hit.phrase.words.lower() if hit and hit.last > i else ""  # of the European Commission, say
    rank = ranks.get(told) or ranks.get(" ".join(words.lower[first : i + 1]))
    rank = rank or (ranks.get(hit.phrase.words.lower()) if hit else None)
    last = max(i, hit.last) if hit else i
    if hit and words.form[i].isupper() and len(words.form[i]) <= SHORT:
        whole = hit.phrase.value
        return holder(resolver, i, Office(set(whole.lower().split()), whole, country, rank))
    return holder(resolver, i, Office(wanted, words.said(first, last), country, rank))


def _office_words(resolver: Resolver, i: int, first: int, high: int) -> set[str]:
    """The words that tell an office, from word `first` to where the phrase of word `i` ends, but for names."""
    cast, words = resolver.cast, resolver.cast.words
    stop = next(
        (k for k in range(i + 1, min(high, i + 10) + 1) if words.pos[k] in ("CCONJ", "PUNCT", "VERB", "AUX")), None
    )
    wanted = {
        w
        for k in range(first, min(high, i + 10) + 1 if stop is None else stop)
        if words.pos[k] in ("PROPN", "NOUN", "ADJ") and cast.at[k] is None and not cast.around.name_at[k]
        for w in [words.lower[k]]
    }
    return wanted | {words.lower[k] for k in range(first, i + 1) if words.pos[k] in ("PROPN", "NOUN", "ADJ")}


def _foreign_chancellor(resolver: Resolver, i: int) -> tuple[Party, ...]:
    """The foreign minister whom Latin American reports call "the Brazilian chancellor", where the text names the person."""
    cast = resolver.cast
    if cast.words.lower[i] != "chancellor":
        return ()
    country = _country_near(resolver, i, i, i) or cast.around.home
    if country not in cast.references["foreign_chancellors"]:
        return ()
    return tuple(p for p in cast.persons.parties if p.country == country and "foreign minister" in p.ranks)[:1]


def _body_told(resolver: Resolver, i: int) -> tuple[Party, ...]:
    """ "The Commission", "the Ministry": the last body or organisation before word `i` whose name has that word."""
    cast, words = resolver.cast, resolver.cast.words
    word = words.lower[i]
    if (
        word not in cast.references["body_nouns"]
        or not words.form[i][:1].isupper()
        or words.lower[max(i - 1, 0)] != "the"
    ):
        return ()
    before = (m for k in range(i - 1, -1, -1) if (m := cast.at[k]) is not None and m.sort in ("body", "organisation"))
    named = (
        m for m in before if word in m.parties[0].name.lower().split() or word in words.lower[m.first : m.last + 1]
    )
    return next((mention.parties for mention in named), ())


def _country_near(resolver: Resolver, first: int, i: int, high: int) -> str | None:
    cast, words = resolver.cast, resolver.cast.words
    beside = (first - 1, first - 2) if first and words.form[first - 1] != "," else ()  # "in Kenya, the Secretary"
    for k in beside:
        mention = cast.at[k] if k >= 0 else None
        if mention and mention.sort in ("adjective", "country") and words.sentence[k] == words.sentence[i]:
            return mention.parties[0].name
    if i + 2 < len(words) and words.lower[i + 1] == "of":
        for k in (i + 2, i + 3):
            mention = cast.at[k] if k <= high + 1 and k < len(words) else None
            if mention and mention.sort == "country":
                return mention.parties[0].name
    return None


def _counterpart(resolver: Resolver, i: int, country: str | None) -> tuple[Party, ...]:
    """Whose counterpart word `i` names: of a country its first person, else the one whom the subject met ("invited his counterpart")."""
    persons = resolver.cast.persons.parties
    fits = [p for p in persons if p.country == country] if country else []
    if fits:
        return (fits[0],)
    if country:
        return (resolver.cast.country(country),)
    acting = _acting_on(resolver, i)
    met = next((e.parties for e in reversed(resolver.encounters) if e.at <= i), ())
    others = tuple(p for p in met if p.kind == "person" and p not in acting)
    return others if len(others) == 1 and acting else ()
