"""Resolve words that refer without a full name: pronouns, `the judge`, `the company`, `the 52-year-old`."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from legalnews_dataset.documents.document import Entity
from legalnews_dataset.documents.page import Page

_MALE = frozenset("he him his himself".split())
_FEMALE = frozenset("she her hers herself".split())
_BODY_PRONOUNS = frozenset("it its itself".split())
_DETERMINERS = frozenset("the a an this that his her its their our my".split())
_LINKS = frozenset("of for at in from with on by to against representing".split())
_UNNAMED = frozenset(
    """
    spokesman spokeswoman spokesperson spokesmen spokespeople spokespersons source sources official officials aide
    aides prosecutors lawyers attorneys police officers authorities critics analysts experts neighbours neighbors
    witnesses investigators statement report document documents papers filing filings complaint lawsuit suit
    indictment affidavit order ruling letter email e-mail memo warrant motion brief petition release jury jurors
    panel group protesters supporters activists others
    """.split()
)
_BODIES = frozenset(
    """
    company firm bank corporation group maker carrier airline insurer retailer manufacturer publisher broadcaster
    newspaper paper magazine network agency organization organisation charity union university department office
    commission bureau ministry government city county state court board league association institute utility giant
    brokerage partnership chain hospital school church foundation team club website site service
    """.split()
)
_COMPANIES = frozenset(
    """
    company firm bank corporation group maker carrier airline insurer retailer manufacturer giant brokerage chain
    partnership utility
    """.split()
)
_COMPANY_NAMES = frozenset(
    "inc corp co ltd llc plc corporation company group holdings bank airlines motors industries ag sa gmbh lp".split()
)
# Role nouns that newsrooms use for one another.
_SAME_ROLE = {
    "judge": {"judge", "justice", "magistrate", "chief"},
    "justice": {"justice", "judge"},
    "magistrate": {"magistrate", "judge"},
    "lawyer": {"lawyer", "attorney", "counsel", "solicitor", "barrister", "qc"},
    "attorney": {"attorney", "lawyer", "counsel", "solicitor"},
    "solicitor": {"solicitor", "lawyer"},
    "barrister": {"barrister", "lawyer", "qc"},
    "prosecutor": {"prosecutor", "attorney"},
    "officer": {"officer", "sergeant", "detective", "constable", "inspector"},
    "detective": {"detective", "inspector", "sergeant"},
    "singer": {"singer", "star", "musician", "rapper", "popstar"},
    "actor": {"actor", "star", "actress"},
    "star": {"star", "singer", "actor", "rapper", "actress", "player"},
    "chairman": {"chairman", "chair", "chairwoman"},
    "executive": {"executive", "ceo", "chief"},
    "politician": {"senator", "congressman", "mp", "governor", "mayor", "minister", "politician"},
    "leader": {"leader", "president", "chairman", "minister"},
}
_REACH = 60  # mentions back
_FAR = 12  # sentences back that a pronoun may reach


def resolve(page: Page, start: int, end: int, favoured: int | None = None) -> int | None:
    """Return the entity that an expression refers to, None where the text does not settle it.

    Args:
        page: the text with its names.
        start: first character of the expression.
        end: end of the expression, exclusive.
        favoured: an entity that the reader has in mind, such as the last speaker; breaks ties for pronouns.

    """
    first, last = bisect_left(page.starts, start), bisect_left(page.starts, end)
    if last <= first:
        return None
    word = page.low[first]
    if last - first == 1 and page.name_at[first] < 0:
        if word in _MALE or word in _FEMALE:
            return _person_before(page, first, "m" if word in _MALE else "f", favoured)
        if word in _BODY_PRONOUNS:
            return _body_before(page, first, None)
    head = head_token(page, first, last)
    if page.name_at[head] >= 0:
        return page.mentions[page.name_at[head]].entity
    return _by_role(page, first, head)


def head_token(page: Page, first: int, last: int) -> int:
    """Return the token that heads a noun phrase: the last one before its first preposition outside a name."""
    i = first
    while i < last and page.low[i] in _DETERMINERS:
        i += 1
    for token in range(i + 1, last):
        if page.name_at[token] < 0 and (page.low[token] in _LINKS or page.low[token] in (",", "(", "who", "which")):
            return token - 1
    return last - 1


def _by_role(page: Page, first: int, head: int) -> int | None:
    """Return the entity that a role noun phrase names, by title, description or age, the most recent one."""
    noun = page.low[head]
    if noun in _UNNAMED:
        return None
    if noun.endswith("-year-old"):
        return _by_age(page, head, noun.split("-")[0])
    if noun in _BODIES:
        return _body_before(page, first, noun)
    if page.low[first] in ("a", "an", "one", "another", "some"):
        return None
    roles = _SAME_ROLE.get(noun, {noun})
    here = page.starts[head]
    best, where = None, -1
    for index, entity in enumerate(page.entities):
        if entity.kind != "person":
            continue
        before = [page.mentions[m].start for m in entity.mentions if page.mentions[m].start < here]
        if before and before[-1] > where and _has_role(page, entity, roles):
            best, where = index, before[-1]
    return best


def _has_role(page: Page, entity: Entity, roles: set[str]) -> bool:
    """Tell whether the article gives a person one of the roles: in a title, in front of the name, in an apposition."""
    for title in entity.titles:
        if roles & set(title.lower().split()):
            return True
    for start, end in entity.descriptions:
        words = page.text[start : min(end, start + 60)].lower().replace("'s", " ").replace("’s", " ").split()[:5]
        if roles & {w.strip(",.") for w in words}:
            return True
    for m in entity.mentions[:6]:
        token = bisect_left(page.starts, page.mentions[m].start)
        if token and page.low[token - 1] in roles:
            return True
    return False


def _by_age(page: Page, head: int, age: str) -> int | None:
    """Return the person whose name is followed by that age: `Jane Roe, 52,`."""
    for mention in page.mentions:
        token = bisect_left(page.starts, mention.end)
        if page.low[token : token + 2] in ((",", age), ("(", age)) and page.entities[mention.entity].kind == "person":
            return mention.entity
    return None


def _body_before(page: Page, at: int, noun: str | None) -> int | None:
    """Return the body that `it`, `the company` or `the department` refers to: the last one that fits."""
    position = bisect_left(page.mentions, page.starts[at], key=lambda m: m.start)
    fallback = None
    sentence = _sentence_at(page, page.starts[at])
    for index in range(position - 1, max(-1, position - _REACH), -1):
        mention = page.mentions[index]
        entity = page.entities[mention.entity]
        if entity.kind not in ("organization", "government") or _inside_quotes(page, mention.start):
            continue
        words = set(entity.name.lower().replace(".", "").split())
        if noun is None:
            if sentence - _sentence_at(page, mention.start) > 2:
                return None
            if _opens_sentence(page, mention.start):
                return mention.entity
            fallback = mention.entity if fallback is None else fallback
        elif noun in words or (noun in _COMPANIES and words & _COMPANY_NAMES):
            return mention.entity
        elif noun in _COMPANIES and entity.kind == "organization" and fallback is None:
            fallback = mention.entity
    return fallback


def _person_before(page: Page, at: int, gender: str, favoured: int | None) -> int | None:
    """Return the person that a pronoun refers to: near, of fitting gender, a subject, best the last speaker."""
    here = page.starts[at]
    sentence = _sentence_at(page, here)
    best, best_score = None, -9.0
    position = bisect_left(page.mentions, here, key=lambda m: m.start)
    seen: set[int] = set()
    for index in range(position - 1, max(-1, position - _REACH), -1):
        mention = page.mentions[index]
        entity = page.entities[mention.entity]
        if entity.kind != "person" or (entity.gender is not None and entity.gender != gender):
            continue
        distance = sentence - _sentence_at(page, mention.start)
        if distance > _FAR:
            break
        score = -0.6 * distance
        score += 0.8 if _opens_sentence(page, mention.start) else 0.0
        score += 0.4 if entity.gender == gender else 0.0
        score += 1.2 if mention.entity == favoured and mention.entity not in seen else 0.0
        score -= 1.5 if _inside_quotes(page, mention.start) else 0.0
        score -= 0.4 if page.text[mention.end : mention.end + 2] in ("'s", "’s", "' ", "’ ") else 0.0
        score -= 0.01 * (position - index)
        seen.add(mention.entity)
        if score > best_score:
            best, best_score = mention.entity, score
    return best


def _sentence_at(page: Page, start: int) -> int:
    return bisect_right(page.sentences, start, key=lambda s: s.start) - 1


def _inside_quotes(page: Page, start: int) -> bool:
    token = bisect_left(page.starts, start)
    return token < len(page.in_quotes) and bool(page.in_quotes[token])


def _opens_sentence(page: Page, start: int) -> bool:
    """Tell whether a name is the first one of its sentence and near its beginning, as subjects are."""
    sentence = page.sentences[max(0, _sentence_at(page, start))]
    token = bisect_left(page.starts, start)
    return token - sentence.first <= 6 and all(
        n < 0 or n == page.name_at[token] for n in page.name_at[sentence.first : token]
    )
