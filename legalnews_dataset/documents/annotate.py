"""Run the layers over an article, each on what the ones before it found."""

from __future__ import annotations

from legalnews_dataset.articles.article import Article
from legalnews_dataset.documents.captions import find_captions, find_dockets
from legalnews_dataset.documents.courts import find_courts
from legalnews_dataset.documents.dates import find_dates
from legalnews_dataset.documents.document import Document
from legalnews_dataset.documents.money import find_money
from legalnews_dataset.documents.names import find_names
from legalnews_dataset.documents.quotes import find_quotes
from legalnews_dataset.documents.sentences import find_sentences
from legalnews_dataset.documents.tokens import find_tokens


def annotate(article: Article) -> Document:
    """Return the article with its layers of spans."""
    text = article.text
    tokens = find_tokens(text)
    sentences = find_sentences(text, tokens)
    mentions, entities = find_names(text, tokens, sentences)
    return Document(
        article=article,
        tokens=tokens,
        sentences=sentences,
        mentions=mentions,
        entities=entities,
        dates=find_dates(text, article.published_on, tokens, sentences),
        money=find_money(text, tokens),
        courts=find_courts(text),
        quotes=find_quotes(text, tokens, sentences, mentions, entities),
        captions=find_captions(text),
        dockets=find_dockets(text),
    )
