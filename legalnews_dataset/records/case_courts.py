"""Say which court a case is in, under which number and caption the article prints it."""

from __future__ import annotations

from bisect import bisect_right

from legalnews_dataset.documents.document import CourtSpan, Document


def court_of(document: Document, kind: str, start: int, *, main: bool) -> CourtSpan | None:
    """Return the court of a case, None where the article names none for it.

    The main case of an article is in the first court that is fixed, any other in one that its own sentence names. The
    district of a prosecutor fixes the court of a prosecution alone, and a bankruptcy court tries nobody.

    Args:
        document: the article.
        kind: the kind of the case.
        start: the first character of the words that tell the case.
        main: whether it is the main case of the article.

    """
    fitting = [court for court in document.courts if _fits(court, kind)]
    if not main:
        at = bisect_right(document.sentences, start, key=lambda sentence: sentence.start) - 1
        sentence = document.sentences[max(0, at)]
        fitting = [court for court in fitting if sentence.start <= court.start < sentence.end]
    return next((court for court in fitting if court.court_id), None) or next(iter(fitting), None)


def _fits(court: CourtSpan, kind: str) -> bool:
    """Tell whether a case of that kind can be in the court."""
    if court.level == "office":
        return kind == "criminal"
    return court.level != "bankruptcy" or kind != "criminal"


def docket_of(document: Document, *, main: bool) -> str | None:
    """Return the docket number of the main case of an article that prints a single one."""
    return document.dockets[0].number if main and len(document.dockets) == 1 else None


def caption_of(document: Document, plaintiff: str, defendant: str) -> str | None:
    """Return the caption that the article prints for two parties, the words in front of them not counted."""
    for caption in document.captions:
        if caption.defendant and _same(caption.plaintiff, plaintiff) and _same(caption.defendant, defendant):
            return document.article.text[caption.start : caption.end]
    return None


def _same(printed: str, name: str) -> bool:
    """Tell whether a party of a caption is the one of that name: the last word of either is one of the other's."""
    ours, theirs = _words(name), _words(printed)
    return bool(ours and theirs) and (ours[-1] in theirs or theirs[-1] in ours)


def _words(name: str) -> list[str]:
    return [word.strip(".,'").lower() for word in name.split() if word[0].isupper()]
