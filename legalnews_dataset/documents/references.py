"""Resolve words that refer without a full name: pronouns, `the judge`, `the company`, `the 52-year-old`."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from legalnews_dataset.documents.document import Entity
from legalnews_dataset.documents.lexicon import FLAGS, POSTNOMINAL
from legalnews_dataset.documents.page import Page
from legalnews_dataset.documents.role_words import (
    ACCUSED,
    AGENT_ENDINGS,
    AGENTS,
    ANSWERING,
    BEFORE_PEOPLE,
    BODIES,
    CHARGING,
    COMPANIES,
    COMPANY_NAMES,
    OFFICES,
    PEOPLE,
    RULINGS,
    SAME_ROLE,
    STATEMENTS,
    SURE_NON_AGENTS,
    UNNAMED,
)

_MALE = frozenset("he him his himself".split())
_FEMALE = frozenset("she her hers herself".split())
_BODY_PRONOUNS = frozenset("it its itself".split())
_DETERMINERS = frozenset("the a an this that his her its their our my".split())
_LINKS = frozenset("of for at in from with on by to against representing".split())
_ASIDE = 14  # tokens behind a name within which a verb of charging must come
_REACH = 60  # mentions back
_FAR = 8  # sentences back that a pronoun may reach
_HANDED_ON = 3  # sentences back that the last speaker is still in mind


def resolve(page: Page, start: int, end: int, favoured: int | None = None, anchor: int | None = None) -> int | None:
    """Return the entity that an expression refers to, None where the text does not settle it.

    Args:
        page: the text with its names.
        start: first character of the expression.
        end: end of the expression, exclusive.
        favoured: an entity that the reader has in mind, such as the last speaker.
        anchor: names from this character on are no antecedents (default: `start`).

    """
    first, last = bisect_left(page.starts, start), bisect_left(page.starts, end)
    if last <= first:
        return None
    here = start if anchor is None else min(start, anchor)
    word = page.low[first]
    if last - first == 1 and page.name_at[first] < 0:
        if word in _MALE or word in _FEMALE:
            return _person_before(page, here, "m" if word in _MALE else "f", favoured)
        if word in _BODY_PRONOUNS:
            return _body_before(page, here, None)
        if word in ("they", "we", "i", "you", "who", "that", "which"):
            return None
    head = head_token(page, first, last)
    if page.name_at[head] >= 0:
        return _first_of_pair(page, first, head)
    return _by_role(page, first, head, here, favoured)


def head_token(page: Page, first: int, last: int) -> int:
    """Return the token that heads a noun phrase.

    The last one before its first preposition outside a name; but a person's name that ends the phrase heads it
    (`Attorney for the District of Utah Jane Roe`), unless it hangs on a preposition (`a lawyer for Jane Roe`).
    """
    while last - first > 1 and page.name_at[last - 1] < 0 and FLAGS.get(page.words[last - 1], 0) & POSTNOMINAL:
        last -= 1  # `Jane Roe KC`
    index = page.name_at[last - 1]
    if index >= 0 and page.entities[page.mentions[index].entity].kind == "person":
        i = last - 1
        titles = BEFORE_PEOPLE.union(*(t.lower().split() for t in page.entities[page.mentions[index].entity].titles))
        while i >= first and (
            page.name_at[i] == index or page.low[i] == "." or (page.low[i] in titles and page.words[i][0].isupper())
        ):
            i -= 1
        if i >= first and page.words[i][0].islower() and page.low[i] not in _LINKS:
            # `an associate of former oil boss Jane Roe`: step over what describes her
            while i >= first and page.low[i] not in _LINKS and page.low[i] not in _DETERMINERS:
                i -= 1
        if i < first or page.low[i] not in _LINKS:
            return last - 1
    i = first
    while i < last and page.low[i] in _DETERMINERS:
        i += 1
    for token in range(i + 1, last):
        if page.name_at[token] < 0 and (page.low[token] in _LINKS or page.low[token] in (",", "(", "who", "which")):
            return token - 1
    return last - 1


def _first_of_pair(page: Page, first: int, head: int) -> int:
    """Return who a name names; of two people joined by `and` the first."""
    for token in range(first, head):
        index = page.name_at[token]
        if index in (-1, page.name_at[head]) or "and" not in page.low[token:head]:
            continue
        if page.entities[page.mentions[index].entity].kind == "person":
            return page.mentions[index].entity
    return page.mentions[page.name_at[head]].entity


def _by_role(page: Page, first: int, head: int, here: int, favoured: int | None) -> int | None:
    """Return the entity that a role noun phrase names: by title, description or age, else the last speaker."""
    noun = page.low[head]
    definite = page.low[first] in ("the", "this", "that")
    if noun.endswith("-year-old"):
        found = _by_age(page, noun.split("-")[0])
        return found if found is not None or not definite else _person_before(page, here, None, favoured)
    if noun in RULINGS and definite:
        return _person_with_role(page, here, SAME_ROLE["judge"])
    if noun in STATEMENTS and definite:
        return _in_mind(page, here, favoured)
    if noun in BODIES:
        return _body_before(page, here, noun)
    if noun in UNNAMED and not (definite and noun.startswith("spokes")):
        return None
    if page.low[first] in ("a", "an", "one", "another", "some"):
        return _named_next(page, here)
    if noun in ACCUSED:
        return _accused(page, here) if definite else None
    phrase = " ".join(page.low[first + definite : head + 1])
    found = _person_with_title(page, here, phrase) if " " in phrase else None
    if found is None and not phrase.endswith(OFFICES):
        found = _person_with_role(page, here, SAME_ROLE.get(noun, {noun}))
    if found is None and definite and _may_be_last_speaker(page, first, head, favoured):
        return _in_mind(page, here, favoured)
    return found


def _accused(page: Page, here: int) -> int | None:
    """Return the person whom `the defendant` means: the one of whom the article says charged, tried or sentenced."""
    if "defendant" not in page.known:
        counts: dict[int, int] = {}
        for mention in page.mentions:
            if page.entities[mention.entity].kind != "person":
                continue
            token = bisect_left(page.starts, mention.end)
            before = page.low[max(0, bisect_left(page.starts, mention.start) - 2) : token]
            if not ACCUSED.isdisjoint(before) or _is_charged(page, token):
                counts[mention.entity] = counts.get(mention.entity, 0) + 1
        most = max(counts.values(), default=0)
        page.known["defendant"] = tuple(entity for entity, count in counts.items() if 2 * count >= most)
    found = page.known["defendant"]
    return _last_named(page, here, found) if len(found) == 1 else None


def _is_charged(page: Page, token: int) -> bool:
    """Tell whether a verb of charging follows a name that ends before a token: `Roe, 52, of Leeds, was convicted`."""
    words = page.low[token : token + _ASIDE]
    for i, word in enumerate(words):
        if word in (".", ";", "who", '"', "“", "said", "says"):
            return False
        if word in ANSWERING or (
            word in CHARGING and not {"was", "were", "is", "been", "being"}.isdisjoint(words[max(0, i - 2) : i])
        ):
            return i < 4 or words[0] == ","
        if i and page.name_at[token + i] >= 0 and words[0] != ",":
            return False
    return False


def _may_be_last_speaker(page: Page, first: int, head: int, favoured: int | None) -> bool:
    """Tell whether a noun phrase such as `the lawyer` can be another word for the person who spoke last."""
    noun = page.low[head].split("-")[0]
    if favoured is None or page.entities[favoured].kind != "person" or noun in UNNAMED or noun in SURE_NON_AGENTS:
        return False
    return (noun in AGENTS or noun.endswith(AGENT_ENDINGS)) and not {"'s", "’s", "'", "’"} & set(page.low[first:head])


def _in_mind(page: Page, here: int, favoured: int | None) -> int | None:
    """Return the last speaker if the article has just spoken of them."""
    if favoured is None:
        return None
    last = _last_mention(page, favoured, here)
    return favoured if last >= 0 and _told(page, here) - _told(page, last) <= _HANDED_ON else None


def _last_mention(page: Page, entity: int, here: int) -> int:
    """Return where an entity was last named before a place, -1 where it was not."""
    mentions = page.entities[entity].mentions
    before = bisect_left(mentions, here, key=lambda m: page.mentions[m].start)
    return page.mentions[mentions[before - 1]].start if before else -1


def _named_next(page: Page, here: int) -> int | None:
    """Return the person whom the next paragraph names after a lead that only describes them.

    `A former teacher told a court …` opens the article; `Jane Roe said …` opens the paragraph behind it.
    """
    sentence = page.sentences[max(0, _sentence_at(page, here))]
    if sentence.paragraph > 1:
        return None
    following = next((s for s in page.sentences if s.paragraph > sentence.paragraph), None)
    if following is None:
        return None
    for token in range(following.first, min(following.first + 6, following.last)):
        index = page.name_at[token]
        if index >= 0:
            entity = page.mentions[index].entity
            new = page.entities[entity].mentions[0] == index and page.entities[entity].kind == "person"
            return entity if new else None
    return None


def _person_with_title(page: Page, here: int, phrase: str) -> int | None:
    """Return the person whose title ends in that phrase, the one named last: `the district attorney`."""
    if phrase not in page.known:
        page.known[phrase] = tuple(
            index
            for index, entity in enumerate(page.entities)
            if entity.kind == "person" and any(title.lower().endswith(phrase) for title in entity.titles)
        )
    return _last_named(page, here, page.known[phrase])


def _person_with_role(page: Page, here: int, roles: set[str]) -> int | None:
    """Return the person with that role whom the article named last, or whom alone it names later."""
    key = min(roles)
    if key not in page.known:
        people = (i for i, e in enumerate(page.entities) if e.kind == "person" and _has_role(page, e, roles))
        page.known[key] = tuple(people)
    return _last_named(page, here, page.known[key])


def _last_named(page: Page, here: int, entities: tuple[int, ...]) -> int | None:
    """Return which of the entities was named last before a place; failing that, the only one."""
    where, best = max(((_last_mention(page, entity, here), entity) for entity in entities), default=(-1, -1))
    if where < 0:
        return entities[0] if len(entities) == 1 else None
    return best


def _has_role(page: Page, entity: Entity, roles: set[str]) -> bool:
    """Tell whether the article gives a person one of the roles: in a title, in front of the name, in an apposition."""
    for title in entity.titles:
        words = title.lower().split()
        if words and (words[-1] in roles or (len(words) > 1 and words[0] in roles)):
            return True
    for start, end in entity.descriptions:
        words = page.text[start : min(end, start + 60)].lower().split()[:6]
        if words and words[0] in ("a", "an", "the", "one", "another", "his", "her", "their", "who", "chief", "former"):
            if roles & {w.strip(",.") for w in words}:
                return True
        elif roles & {w.strip(",.") for w in words[:3]}:
            return True
    for m in entity.mentions[:6]:
        token = bisect_left(page.starts, page.mentions[m].start)
        before = page.low[max(0, token - 2) : token]
        # `rapper Roe`, `the defendant, Roe`, `identified the defendant as Roe`
        if before and (
            before[-1] in roles or (before[0] in PEOPLE and before[0] in roles and before[-1] in (",", "as"))
        ):
            return True
    return False


def _by_age(page: Page, age: str) -> int | None:
    """Return the person whose name is followed by that age: `Jane Roe, 52,`."""
    if "-year-old" not in page.known:
        page.known["-year-old"] = ()
        for mention in page.mentions:
            token = bisect_left(page.starts, mention.end)
            if page.low[token : token + 1] in ((",",), ("(",)) and page.entities[mention.entity].kind == "person":
                page.known.setdefault("".join(page.low[token + 1 : token + 2]) + "-year-old", (mention.entity,))
    found = page.known.get(f"{age}-year-old", ())
    return found[0] if found else None


def _body_before(page: Page, here: int, noun: str | None) -> int | None:
    """Return the body that `it`, `the company` or `the department` refers to: near, a subject, often named."""
    sentence = _told(page, here)
    best, best_score = None, -9.0
    position = bisect_left(page.mentions, here, key=lambda m: m.start)
    for index in range(position - 1, max(-1, position - _REACH), -1):
        mention = page.mentions[index]
        entity = page.entities[mention.entity]
        if entity.kind not in ("organization", "government") or _inside_quotes(page, mention.start):
            continue
        distance = sentence - _told(page, mention.start)
        if distance > (2 if noun is None else 2 * _FAR):
            break
        words = set(entity.name.lower().replace(".", "").split())
        score = -0.5 * distance + 0.1 * min(5, len(entity.mentions)) - 0.01 * (position - index)
        if noun is not None:
            if noun in words or (noun in COMPANIES and words & COMPANY_NAMES):
                score += 2.0
            elif noun not in COMPANIES or entity.kind == "government":
                continue
        score += 1.5 if _opens_sentence(page, mention.start) else 0.0
        score -= 1.0 if _is_possessive(page, mention.end) else 0.0
        if score > best_score:
            best, best_score = mention.entity, score
    return best


def _person_before(page: Page, here: int, gender: str | None, favoured: int | None) -> int | None:
    """Return the person that a pronoun refers to: near, of fitting gender, a subject, perhaps the last speaker."""
    sentence = _told(page, here)
    best, best_score = None, -9.0
    position = bisect_left(page.mentions, here, key=lambda m: m.start)
    for index in range(position - 1, max(-1, position - _REACH), -1):
        mention = page.mentions[index]
        entity = page.entities[mention.entity]
        if entity.kind != "person" or (gender and entity.gender is not None and entity.gender != gender):
            continue
        distance = sentence - _told(page, mention.start)
        if distance > _FAR:
            break
        score = -0.6 * distance - 0.01 * (position - index)
        score += 1.0 if _opens_sentence(page, mention.start) else 0.0
        score += 0.4 if gender and entity.gender == gender else 0.0
        score += 0.5 if mention.entity == favoured else 0.0
        score -= 1.5 if _inside_quotes(page, mention.start) else 0.0
        score -= 0.5 if _is_possessive(page, mention.end) else 0.0
        if score > best_score:
            best, best_score = mention.entity, score
    unnamed, its_score = _role_subject_before(page, here, gender, favoured)
    return unnamed if its_score > best_score else best


def _role_subject_before(page: Page, here: int, gender: str | None, favoured: int | None) -> tuple[int | None, float]:
    """Return who the subject of a sentence just before is where a role names it (`The officer …`), and its score.

    Someone without a name is nobody whom the pronoun may be pinned on: then the entity is None.
    """
    at = _sentence_at(page, here)
    told = _told(page, here)
    for index in range(at, max(-1, at - _HANDED_ON - 1), -1):
        sentence = page.sentences[index]
        if page.in_quotes[sentence.first] or sentence.start >= here:
            continue
        distance = told - page.told[index]
        for token in range(sentence.first, min(sentence.first + 7, sentence.last)):
            noun = page.low[token].removesuffix("s") if page.low[token].endswith("-year-olds") else page.low[token]
            noun = "year-old" if noun.endswith("-year-old") else noun
            if page.name_at[token] >= 0 and page.low[token + 1 : token + 2] not in (("'s",), ("’s",)):
                break
            if page.starts[token] >= here or noun not in PEOPLE:
                continue
            behind = token + 1 + (page.low[token + 1 : token + 2] == (",",))  # `Acme's president, Jane Roe,`
            following = page.name_at[behind] if behind < len(page.name_at) else -1
            if following >= 0 or PEOPLE[noun] not in (None, gender):
                break
            entity = _by_role(page, sentence.first, token, page.starts[token], favoured)
            wrong = entity is not None and page.entities[entity].gender not in (None, gender)
            return (None, -99.0) if wrong else (entity, 1.2 - 0.6 * distance)
    return None, -99.0


def _is_possessive(page: Page, end: int) -> bool:
    return page.text[end : end + 2] in ("'s", "’s", "' ", "’ ")


def _sentence_at(page: Page, start: int) -> int:
    return bisect_right(page.sentences, start, key=lambda s: s.start) - 1


def _told(page: Page, start: int) -> int:
    """Return how many sentences of the reporter's own there are up to a character."""
    return page.told[max(0, _sentence_at(page, start))]


def _inside_quotes(page: Page, start: int) -> bool:
    token = bisect_left(page.starts, start)
    return token < len(page.in_quotes) and bool(page.in_quotes[token])


def _opens_sentence(page: Page, start: int) -> bool:
    """Tell whether a name is the first one of its sentence and near its beginning, as subjects are.

    One before it that only says whose (`Acme's president, Jane Roe,`) does not count.
    """
    sentence = page.sentences[max(0, _sentence_at(page, start))]
    token = bisect_left(page.starts, start)
    names = set(page.name_at[sentence.first : token]) - {-1, page.name_at[token]}
    return token - sentence.first <= 8 and all(_is_possessive(page, page.mentions[n].end) for n in names)
