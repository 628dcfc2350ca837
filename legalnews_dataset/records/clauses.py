"""Who stands before and after a word: subjects, objects and lists read from the shape of a clause.

A news sentence is read by tokens: names are known, so a subject is the first name of the clause that no preposition
governs, and a list goes on over ages, home towns and descriptions.
"""

from __future__ import annotations

from bisect import bisect_left

from legalnews_dataset.documents.document import Document
from legalnews_dataset.documents.literals import places_where
from legalnews_dataset.records.legal_words import (
    ADVERBS,
    AUXILIARIES,
    DETERMINERS,
    FIRM_NOUNS,
    KINDS_OF_PRONOUNS,
    LIST_BREAKS,
    NO_NOUNS,
    NOUN_WORDS,
    OFFICE_NOUNS,
    PEOPLE_NOUNS,
    PLURAL,
    POSSESSIVES,
    PREPOSITIONS,
    RELATIVES,
    REPORTING,
    TIME_WORDS,
)
from legalnews_dataset.records.municipalities import find_municipalities, is_in_dateline
from legalnews_dataset.records.named_kinds import is_media, kind_of
from legalnews_dataset.records.referents import (
    RELATED,
    after_phrase,
    body_called,
    described_by,
    described_person,
    has_verb,
    is_named,
    is_office,
    named_next,
    object_called,
    speaks_for,
)

_QUOTE_MARKS = frozenset({"'", "’"})
BARRIERS = REPORTING | frozenset(
    "that because when while if where whether although though which so whom after before".split()
)
_ARTICLES = frozenset(("a", "an"))
REACH = 120  # words; what stands farther away in an endless sentence says nothing of a word
_LIST_GOVERNORS = frozenset((",", ";", "and", "or", "&", "(", ")", "plus", "along", "<name>", "both"))
_LIST_MARKS = frozenset(", ; and or & ( ) plus along".split())


class Clauses:
    """The words of a document with the entity that each belongs to; all indices are token indices."""

    __slots__ = (
        *("bounds", "document", "entity_at", "first", "heads", "kinds", "last", "lower", "mention_at", "sentence_of"),
        *("municipalities", "words"),
    )

    def __init__(self, document: Document) -> None:
        tokens = document.tokens
        self.document = document
        self.words = tokens.words
        self.lower = list(tokens.low)
        n = len(self.lower)
        self.mention_at, self.entity_at = [-1] * n, [-1] * n
        self.kinds = [kind_of(entity) for entity in document.entities]
        self.first: list[int] = []
        self.last: list[int] = []
        for index, mention in enumerate(document.mentions):
            a = bisect_left(tokens.ends, mention.start + 1)
            b = max(a, bisect_left(tokens.starts, mention.end) - 1)
            self.first.append(a)
            self.last.append(b)
            # `(Reuters) - A trader was convicted`: who reports is no subject.
            bracketed = b + 1 < n and tokens.words[b + 1] == ")" and tokens.words[a - 1] == "("
            if bracketed and is_media(document.entities[mention.entity].name):
                continue
            for k in range(a, min(b + 1, n)):
                self.mention_at[k] = index
                self.entity_at[k] = mention.entity
        self.municipalities = find_municipalities(document, self.lower, self.first, self.last)
        for e in self.municipalities.values():
            self.kinds[e] = "government"
            m = document.entities[e].mentions[0]
            if is_in_dateline(self.lower, self.first[m], self.last[m]):
                for k in range(self.first[m], self.last[m] + 1):
                    self.mention_at[k] = self.entity_at[k] = -1
        self.sentence_of = [0] * n
        self.bounds = [(0, n)] * n + [(n, n)]  # behind the last word is a place, too
        for index, sentence in enumerate(document.sentences):
            first, last = sentence.first, sentence.last
            self.sentence_of[first:last] = [index] * (last - first)
            self.bounds[first:last] = [(first, last)] * (last - first)
        # A quotation mark is no possessive: that stands after an s alone (`Jones' lawyer`).
        for k in places_where(_QUOTE_MARKS.__contains__, self.lower):
            if not (k and self.lower[k - 1].endswith("s")):
                self.lower[k] = '"'
        self.heads: dict[int, tuple[tuple[str, ...], int, str]] = {}

    def word(self, token: int) -> str:
        """Return the word at a token in lower case, empty behind the last one."""
        return "".join(self.lower[token : token + 1])

    def span(self, token: int) -> tuple[int, int]:
        """Return the first token and one past the last token of the sentence of a token, at most `REACH` away."""
        first, last = self.bounds[token]
        return first if token - first < REACH else token - REACH, last if last - token < REACH else token + REACH

    def head(self, mention: int) -> tuple[tuple[str, ...], int, str]:
        """Return the words of the noun phrase before a mention, the entity that owns it or -1, and the word before."""
        known = self.heads.get(mention)
        if known is not None:
            return known
        j = self.first[mention] - 1
        start = self.span(self.first[mention])[0]
        found: list[str] = []
        owner = -1
        lower, words = self.lower, self.words
        while j >= start and len(found) < 12:
            w = lower[j]
            if self.entity_at[j] >= 0:
                if (found and found[-1] == ",") or owner >= 0:
                    break
                owner = self.entity_at[j]
                found.append("<name>")
                j = self.first[self.mention_at[j]] - 1
                continue
            if w == "accused" and j > start and self.entity_at[j - 1] >= 0:
                break  # `Roe accused Doe`
            if w in PREPOSITIONS or w in TIME_WORDS:
                break
            if w in NOUN_WORDS or w in POSSESSIVES or (words[j][0].isupper() and w not in BARRIERS):
                found.append(w)
            elif w == "." and j > start and words[j - 1][0].isupper():
                pass
            elif ("-" in w and w[0].isalnum()) or ("<name>" not in found and self._may_be_noun(w, found)):
                found.append(w)
            else:
                break
            j -= 1
        governor = lower[j] if j >= start else ""
        result = (tuple(reversed(found)), owner, governor)
        self.heads[mention] = result
        return result

    def _may_be_noun(self, w: str, found: list[str]) -> bool:
        """Tell whether an unlisted lower-case word can be a noun or adjective of the phrase that is walked back."""
        return (
            w.isalpha()
            and w not in NO_NOUNS
            and not w.endswith(("ed", "ing", "ly"))
            and sum(x.isalpha() and x not in NOUN_WORDS for x in found) < 3
        )

    def modifies(self, mention: int, verb: int) -> bool:
        """Tell whether a body's name only describes the noun after it (`Acme employees were charged`)."""
        k = self.last[mention] + 1
        if k < verb and self.lower[k] == ">":
            k += 1
        if k > verb or self.kinds[self.document.mentions[mention].entity] == "person":
            return False
        w = self.lower[k]
        if described_by(self, k, verb) >= 0:
            return True
        return (
            self.entity_at[k] < 0
            and w.isalpha()
            and w.islower()
            and self.words[k] == w
            and w not in NO_NOUNS
            and w not in AUXILIARIES
            and w not in ADVERBS
        )

    def governed(self, mention: int) -> bool:
        """Tell whether a preposition governs the mention, or a possessive makes it the owner of another noun."""
        b = self.last[mention]
        if b + 1 < len(self.lower) and self.lower[b + 1] in POSSESSIVES:
            return True
        governor = self.head(mention)[2]
        if governor in ("of", "for") and self._title_spans(mention):
            return False
        if governor == "with":
            a = self.first[mention] - 1
            while a >= 0 and self.lower[a] != "with":
                a -= 1
            return not (a > 0 and self.lower[a - 1] in ("along", "together"))
        return governor in PREPOSITIONS

    def _title_spans(self, mention: int) -> bool:
        """Tell whether a capitalised office goes on over a preposition (`Secretary of the Treasury Jane Roe`)."""
        if self.kinds[self.document.mentions[mention].entity] != "person":
            return False
        head = self.head(mention)[0]
        k = self.first[mention] - 1
        start = self.span(k)[0]
        while k > start and self.lower[k] not in ("of", "for"):
            k -= 1
        return bool(head) and k > start and self.words[k - 1][0].isupper() and self.lower[k - 1] in OFFICE_NOUNS

    def subjects(self, verb: int) -> list[int]:
        """Return the entities that are the subject of the verb group which holds the token `verb`."""
        start = self.span(verb)[0]
        lower, entity_at = self.lower, self.entity_at
        j, plural = verb - 1, False
        while j >= start and (lower[j] in AUXILIARIES or lower[j] in ADVERBS) and entity_at[j] < 0:
            plural = plural or lower[j] in PLURAL
            j -= 1
        if j < start:
            return []
        if lower[j] in ("who", "which", "that") and j > start and entity_at[j] < 0:
            return self._antecedent(j, start)
        if lower[j] == ",":
            found = self._before_relative(j, start)
            if found:
                return found
        clause = self._clause_start(j, start)
        found = self._first_names(clause, j, plural)
        if not found:
            found = self._resolve(clause, j, start)
        if not found and lower[j - 1] == "the" and lower[j - 2] not in PREPOSITIONS:
            found = body_called(self, j)
        if not found and clause > start and lower[j] in ("and", "but"):
            found = self._first_names(self._clause_start(clause - 2, start), clause - 1, plural)
        return found

    def _before_relative(self, comma: int, start: int) -> list[int]:
        """Return the name before a relative clause that a comma closes (`Roe, whose car Doe took, was charged`)."""
        k = comma - 1
        while k > start + 1:
            if self.lower[k] in RELATIVES and self.lower[k - 1] == "," and self.entity_at[k] < 0:
                return self._antecedent(k, start)
            if self.lower[k] in (";", '"'):
                return []
            k -= 1
        return []

    def named_later(self, verb: int) -> list[int]:
        """Return the person whom a lead only describes (`A Dover man was jailed`) and a later sentence names."""
        start = self.span(verb)[0]
        clause = self._clause_start(verb - 1, start)
        opening = self.lower[clause : clause + 8]
        described = not _ARTICLES.isdisjoint(opening[:6]) or (verb - clause < 9 and is_office(self, clause, verb))
        return named_next(self, verb) if described and RELATED.isdisjoint(opening[:4]) else []

    def object_named_later(self, verb: int) -> list[int]:
        """Return the person whom a later sentence names where the object is only described (`acquitted a sergeant`)."""
        after = self.lower[verb + 1 : verb + 3]
        return named_next(self, verb) if "a" in after or "an" in after else []

    def in_quotes(self, token: int) -> bool:
        """Tell whether a token stands inside quotation marks."""
        at = self.document.tokens.starts[token]
        return any(quote.start <= at < quote.end for quote in self.document.quotes)

    def _antecedent(self, relative: int, start: int) -> list[int]:
        """Return the name that `who` or `which` stands for: the one just before it."""
        k = relative - 1
        if self.lower[k] == ",":
            k -= 1
        if k >= start and self.lower[k] == ")":
            while k > start and self.lower[k] != "(":
                k -= 1
            k -= 1
        while (k > start and self.lower[k].isdigit()) or self.lower[k] == ",":
            k -= 1
        if k < start:
            return []
        e = self.entity_at[k]
        if e >= 0 and not (self.lower[relative] == "who" and self.kinds[e] != "person"):
            return [e]
        return described_person(self, k, start)

    def _clause_start(self, j: int, start: int) -> int:
        k = j
        while k >= start:
            if self.entity_at[k] < 0 and (self.lower[k] in BARRIERS or self.lower[k] in (";", ":")):
                return k + 1
            k -= 1
        return start

    def _first_names(self, k: int, j: int, plural: bool) -> list[int]:
        found: list[int] = []
        while k <= j:
            m = self.mention_at[k]
            if m < 0:
                k += 1
                continue
            e = self.entity_at[k]
            if self.kinds[e] != "place" and not self.governed(m) and not self.modifies(m, j):
                if not found and not self.opens(m):
                    pass
                elif not found:
                    found.append(e)
                    if not plural and not self.joined(m, j):
                        break
                elif e not in found and (self.head(m)[2] in _LIST_GOVERNORS or self.head(m)[2] == "with"):
                    found.append(e)
            k = self.last[m] + 1
        return found

    def opens(self, mention: int) -> bool:
        """Tell whether a name can open a clause: no verb stands before its phrase (`to buy Acme`)."""
        governor = self.head(mention)[2]
        return (
            not governor
            or not governor[0].isalpha()
            or governor in _LIST_GOVERNORS
            or governor in BARRIERS
            or governor in ADVERBS
            or governor in TIME_WORDS
            or governor in ("but", "with", "said", "yet", "nor", "then", "as", "including", "former", "not", "named")
        )

    def _resolve(self, clause: int, j: int, start: int) -> list[int]:
        """Return the name that a pronoun or `the company` at the head of the clause stands for."""
        kind = ""
        opens = after_phrase(self, clause, j)
        for k in range(opens, min(opens + 5, j + 1)):
            w = self.lower[k]
            if w == "the" and (named := body_called(self, k + 1)):
                return named
            if w in KINDS_OF_PRONOUNS and (
                w in ("he", "she", "it", "they") or (k > clause and self.lower[k - 1] == "the")
            ):
                kind = KINDS_OF_PRONOUNS[w]
                break
            if w not in ("the", ",", "on", "in", "last", "and") and w not in TIME_WORDS and not w.isdigit():
                return []
        if not kind or has_verb(self, k + 1, j):
            return []
        return self.referent(clause, start, kind)

    def referent(self, before: int, start: int, kind: str) -> list[int]:
        """Return the subject of the kind that a pronoun asks for, before a token or in the two last sentences."""
        sentence = self.sentence_of[start]
        low, high = start, before
        for _ in range(3):
            for governed in (False, True):
                k = low
                while k < high:
                    m = self.mention_at[k]
                    if m < 0:
                        k += 1
                        continue
                    e = self.entity_at[k]
                    fits = kind == "any" or (self.kinds[e] == "person") == (kind == "person")
                    fits = fits and (kind != "company" or self.kinds[e] == "organization")
                    fits = fits and not (kind in ("body", "company") and is_media(self.document.entities[e].name))
                    fits = fits and self.kinds[e] != "place" and not (kind == "person" and speaks_for(self, m))
                    if fits and (governed or not self.governed(m)):
                        return [e]
                    k = self.last[m] + 1
                if low == start:
                    break
            sentence -= 1
            if sentence < 0:
                break
            high = self.document.sentences[sentence].last
            low = self.document.sentences[sentence].first
        return []

    def joined(self, mention: int, until: int) -> bool:
        """Tell whether `and` with another name follows a mention directly (`Roe and Doe`, `Roe, 42, and Doe`)."""
        k = self.last[mention] + 1
        limit = min(until, k + 14)
        while k <= limit:
            w = self.lower[k]
            if w == "and":
                return True
            if w in LIST_BREAKS:
                return False
            k += 1
        return False

    def objects(self, word: int, reach: int = 9) -> list[int]:
        """Return the entities of the list that stands as the object after the token `word`."""
        end = self.span(word)[1]
        lower, entity_at = self.lower, self.entity_at
        k = word + 1
        limit = min(end, k + reach)
        while k < limit and entity_at[k] < 0:
            w = lower[k]
            if w in LIST_BREAKS or w in (";", "of") or (w == ":" and k > word + 1):
                return []
            if (
                k == word + 1
                and w in ("him", "her", "it", "them")
                and not (k + 1 < limit and lower[k + 1][0].isalpha() and lower[k + 1] in NOUN_WORDS)
            ):
                return object_called(self, word, w)
            if w == "the" and k == word + 1 and (named := body_called(self, k + 1)):
                return self.list_after(k + 1, named, end)
            if w == "," and k > word + 1:
                described = not DETERMINERS.isdisjoint(lower[word + 1 : k])
                if described and k + 1 < end and is_named(self, k + 1):
                    k += 1
                    break  # `sued a former nanny, Jane Roe,`
                return []
            k += 1
        if k >= limit:
            return []
        m = self.mention_at[k]
        after = self.last[m] + 1
        if self.kinds[entity_at[k]] == "place" and after < end and lower[after] in FIRM_NOUNS:
            return self.objects(after + (lower[after + 1 : after + 2] == ["firm"]) + 1, 4)
        if after < end and lower[after] == ">":
            after += 1
        person = described_by(self, after, end)
        if person < 0 and after < end and (lower[after] in POSSESSIVES or lower[after] in PEOPLE_NOUNS):
            return []
        if person < 0 and lower[after + 1 : after + 2] in (["owner"], ["owners"]):
            return []  # `bar an Acme franchise owner`
        k = max(k, person)
        return self.list_after(self.last[self.mention_at[k]], [entity_at[k]], end)

    def list_after(self, token: int, found: list[int], end: int) -> list[int]:
        """Extend `found` by the names that a list gives after the name or noun that ends with a token."""
        lower, entity_at = self.lower, self.entity_at
        k, mark, plain, certain = token + 1, False, 0, len(found)
        conjunction = False
        while k < end:
            e = entity_at[k]
            if e >= 0:
                m = self.mention_at[k]
                after = self.last[m] + 1
                owns = after < end and lower[after] in POSSESSIVES
                if not mark and not self.governed(m):
                    break
                if (
                    mark
                    and not owns
                    and self.kinds[e] != "place"
                    and e not in found
                    and self.head(m)[2] not in PREPOSITIONS
                ):
                    found.append(e)
                    plain = 0
                k = after + (1 if owns else 0)
                continue
            w = lower[k]
            if w in _LIST_MARKS or w == "both":
                mark = True
                plain = 0
                conjunction = conjunction or w in ("and", "or", "&", ";")
            elif w in LIST_BREAKS and not (w == "in" or (w == "with" and lower[k - 1] == "along")):
                break
            elif w[0].isalpha() and not self.words[k][0].isupper() and w not in NOUN_WORDS and w not in ("of", "in"):
                plain += 1
                if plain > 5 or w.endswith(("ed", "ing")):
                    break
            k += 1
        # A comma alone joins no list (`the trial of Roe, Doe said`).
        return found if conjunction else found[:certain]
