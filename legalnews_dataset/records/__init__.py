"""A document becomes the records that its article tells: cases, parties, events, quotes, awards."""
