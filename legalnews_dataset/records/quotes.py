"""Turn quotations into records: the speaker's full name, the case that they belong to."""

from __future__ import annotations

from legalnews_dataset.documents.document import Document
from legalnews_dataset.records.story import Case, Party, Quote


def find_quote_records(document: Document, cases: tuple[Case, ...], parties: tuple[Party, ...]) -> tuple[Quote, ...]:
    """Return one record per quotation of the document."""
    case_of = {party.entity: party.case for party in reversed(parties)}
    records = []
    for q in document.quotes:
        speaker = None if q.speaker_entity is None else document.entities[q.speaker_entity].name
        case = (
            case_of.get(q.speaker_entity, 0 if cases else None)
            if q.speaker_entity is not None
            else (0 if cases else None)
        )
        records.append(Quote(case, q.kind, speaker, q.speaker_entity, q.cue, q.start, q.end, rule="quotation"))
    return tuple(records)
