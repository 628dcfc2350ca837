-- legalnews_dataset, schema 1.0; made by `legalnews schemas export`.

CREATE TABLE articles (
  "article_id" text NOT NULL CHECK (length("article_id") >= 1),
  "title" text,
  "published_on" date CHECK ("published_on" >= '1678-01-01' AND "published_on" <= '2261-12-31'),
  "source" text,
  "url" text,
  "licence" text,
  "language" text NOT NULL CHECK ("language" ~ '^(?:[a-z]{2,3})$'),
  "text_sha256" text NOT NULL CHECK ("text_sha256" ~ '^(?:[0-9a-f]{64})$'),
  "n_chars" integer NOT NULL CHECK ("n_chars" >= 0),
  "text" text,
  PRIMARY KEY ("article_id"),
  CONSTRAINT articles_n_chars_is_the_length CHECK (n_chars = length(text)),
  CONSTRAINT articles_sha256_is_of_the_text CHECK (text_sha256 = encode(sha256(convert_to(text, 'UTF8')), 'hex'))
);

CREATE TABLE cases (
  "case_id" text NOT NULL CHECK ("case_id" ~ '^(?:cas_[0-9a-f]{20})$'),
  "name" text NOT NULL CHECK (length("name") >= 1),
  "kind" text NOT NULL CHECK ("kind" IN ('civil', 'criminal', 'regulatory', 'other')),
  "court" text CHECK (length("court") >= 1),
  "court_id" text CHECK ("court_id" ~ '^(?:[a-z0-9_-]+)$'),
  "docket_number" text CHECK (length("docket_number") >= 1),
  "rule" text NOT NULL CHECK (length("rule") >= 1),
  "confidence" double precision CHECK ("confidence" >= 0 AND "confidence" <= 1),
  PRIMARY KEY ("case_id")
);

CREATE TABLE parties (
  "party_id" text NOT NULL CHECK ("party_id" ~ '^(?:par_[0-9a-f]{20})$'),
  "case_id" text NOT NULL,
  "entity_id" text NOT NULL CHECK ("entity_id" ~ '^(?:ent_[0-9a-f]{20})$'),
  "name" text NOT NULL CHECK (length("name") >= 1),
  "kind" text NOT NULL CHECK ("kind" IN ('person', 'organization', 'government')),
  "role" text NOT NULL CHECK ("role" IN ('plaintiff', 'defendant', 'prosecutor', 'plaintiff_attorney', 'defense_attorney', 'judge', 'witness', 'victim', 'other')),
  "represents" text[] NOT NULL,
  "rule" text NOT NULL CHECK (length("rule") >= 1),
  "confidence" double precision CHECK ("confidence" >= 0 AND "confidence" <= 1),
  PRIMARY KEY ("party_id"),
  FOREIGN KEY ("case_id") REFERENCES cases ("case_id"),
  CONSTRAINT parties_id_of_its_identity CHECK ("party_id" = 'par_' || left(encode(sha256(convert_to(concat_ws(chr(31), "case_id", "entity_id", "role"), 'UTF8')), 'hex'), 20)),
  CONSTRAINT parties_person_is_named CHECK (kind <> 'person' or lower(name) not in ('accused', 'the accused', 'attorney', 'the attorney', 'claimant', 'the claimant', 'complainant', 'the complainant', 'court', 'the court', 'defendant', 'the defendant', 'foreman', 'the foreman', 'judge', 'the judge', 'juror', 'the juror', 'jury', 'the jury', 'justice', 'the justice', 'lawyer', 'the lawyer', 'magistrate', 'the magistrate', 'petitioner', 'the petitioner', 'plaintiff', 'the plaintiff', 'prosecution', 'the prosecution', 'prosecutor', 'the prosecutor', 'respondent', 'the respondent', 'spokesman', 'the spokesman', 'spokesperson', 'the spokesperson', 'spokeswoman', 'the spokeswoman', 'suspect', 'the suspect', 'victim', 'the victim', 'witness', 'the witness')),
  CONSTRAINT parties_only_attorneys_represent CHECK (cardinality(represents) = 0 or role in ('plaintiff_attorney', 'defense_attorney'))
);

CREATE TABLE events (
  "event_id" text NOT NULL CHECK ("event_id" ~ '^(?:eve_[0-9a-f]{20})$'),
  "case_id" text,
  "article_id" text NOT NULL CHECK (length("article_id") >= 1),
  "type" text NOT NULL CHECK ("type" IN ('conduct', 'investigation', 'arrest', 'charge', 'filing', 'hearing', 'trial', 'testimony', 'plea', 'verdict', 'ruling', 'sentence', 'settlement', 'dismissal', 'appeal', 'incident', 'other')),
  "status" text NOT NULL CHECK ("status" IN ('occurred', 'alleged', 'scheduled')),
  "date_start" date CHECK ("date_start" >= '1678-01-01' AND "date_start" <= '2261-12-31'),
  "date_end" date CHECK ("date_end" >= '1678-01-01' AND "date_end" <= '2261-12-31'),
  "date_precision" text NOT NULL CHECK ("date_precision" IN ('day', 'month', 'year', 'decade', 'range', 'none')),
  "actor_party_id" text,
  "start" integer NOT NULL CHECK ("start" >= 0),
  "end" integer NOT NULL CHECK ("end" >= 1),
  "text" text CHECK (length("text") >= 1),
  "rule" text NOT NULL CHECK (length("rule") >= 1),
  "confidence" double precision CHECK ("confidence" >= 0 AND "confidence" <= 1),
  PRIMARY KEY ("event_id"),
  FOREIGN KEY ("case_id") REFERENCES cases ("case_id"),
  FOREIGN KEY ("article_id") REFERENCES articles ("article_id"),
  FOREIGN KEY ("actor_party_id") REFERENCES parties ("party_id"),
  CONSTRAINT events_id_of_its_identity CHECK ("event_id" = 'eve_' || left(encode(sha256(convert_to(concat_ws(chr(31), "article_id", "type", "start"), 'UTF8')), 'hex'), 20)),
  CONSTRAINT events_dated_or_none CHECK ((date_precision = 'none') = (date_start is null) and (date_precision = 'none') = (date_end is null)),
  CONSTRAINT events_dates_in_order CHECK (date_start <= date_end),
  CONSTRAINT events_day_is_one_day CHECK (date_precision <> 'day' or date_start >= date_end),
  CONSTRAINT events_month_is_whole CHECK (date_precision <> 'month' or (extract(day from date_start) = 1 and extract(day from date_end + 1) = 1 and extract(month from date_start) = extract(month from date_end) and extract(year from date_start) = extract(year from date_end))),
  CONSTRAINT events_year_is_whole CHECK (date_precision <> 'year' or (extract(day from date_start) = 1 and extract(month from date_start) = 1 and extract(day from date_end) = 31 and extract(month from date_end) = 12 and extract(year from date_start) = extract(year from date_end))),
  CONSTRAINT events_decade_is_whole CHECK (date_precision <> 'decade' or (extract(day from date_start) = 1 and extract(month from date_start) = 1 and extract(year from date_start) % 10 = 0 and extract(day from date_end) = 31 and extract(month from date_end) = 12 and extract(year from date_end) = extract(year from date_start) + 9)),
  CONSTRAINT events_range_is_longer_than_a_day CHECK (date_precision <> 'range' or date_start <> date_end),
  CONSTRAINT events_ends_after_its_start CHECK ("end" > "start")
);

CREATE TABLE quotes (
  "quote_id" text NOT NULL CHECK ("quote_id" ~ '^(?:quo_[0-9a-f]{20})$'),
  "case_id" text,
  "article_id" text NOT NULL CHECK (length("article_id") >= 1),
  "kind" text NOT NULL CHECK ("kind" IN ('direct', 'partial')),
  "speaker" text CHECK (length("speaker") >= 1),
  "speaker_party_id" text,
  "cue" text CHECK (length("cue") >= 1),
  "start" integer NOT NULL CHECK ("start" >= 0),
  "end" integer NOT NULL CHECK ("end" >= 1),
  "text" text CHECK (length("text") >= 1),
  "rule" text NOT NULL CHECK (length("rule") >= 1),
  "confidence" double precision CHECK ("confidence" >= 0 AND "confidence" <= 1),
  PRIMARY KEY ("quote_id"),
  FOREIGN KEY ("case_id") REFERENCES cases ("case_id"),
  FOREIGN KEY ("article_id") REFERENCES articles ("article_id"),
  FOREIGN KEY ("speaker_party_id") REFERENCES parties ("party_id"),
  CONSTRAINT quotes_id_of_its_identity CHECK ("quote_id" = 'quo_' || left(encode(sha256(convert_to(concat_ws(chr(31), "article_id", "start", "end"), 'UTF8')), 'hex'), 20)),
  CONSTRAINT quotes_ends_after_its_start CHECK ("end" > "start"),
  CONSTRAINT quotes_party_speaker_is_named CHECK (speaker_party_id is null or speaker is not null)
);

CREATE TABLE awards (
  "award_id" text NOT NULL CHECK ("award_id" ~ '^(?:awa_[0-9a-f]{20})$'),
  "case_id" text,
  "article_id" text NOT NULL CHECK (length("article_id") >= 1),
  "kind" text NOT NULL CHECK ("kind" IN ('damages', 'compensatory', 'punitive', 'settlement', 'fine', 'restitution', 'forfeiture', 'fees', 'bail', 'other')),
  "status" text NOT NULL CHECK ("status" IN ('awarded', 'agreed', 'sought', 'reduced', 'overturned', 'possible')),
  "amount" numeric(18, 2) NOT NULL CHECK ("amount" >= 0),
  "amount_max" numeric(18, 2) CHECK ("amount_max" >= 0),
  "currency" text NOT NULL CHECK ("currency" ~ '^(?:[A-Z]{3})$'),
  "payer_party_id" text,
  "payee_party_id" text,
  "decided_by" text CHECK ("decided_by" IN ('jury', 'judge', 'agency', 'agreement')),
  "date_start" date CHECK ("date_start" >= '1678-01-01' AND "date_start" <= '2261-12-31'),
  "date_end" date CHECK ("date_end" >= '1678-01-01' AND "date_end" <= '2261-12-31'),
  "date_precision" text NOT NULL CHECK ("date_precision" IN ('day', 'month', 'year', 'decade', 'range', 'none')),
  "start" integer NOT NULL CHECK ("start" >= 0),
  "end" integer NOT NULL CHECK ("end" >= 1),
  "text" text CHECK (length("text") >= 1),
  "rule" text NOT NULL CHECK (length("rule") >= 1),
  "confidence" double precision CHECK ("confidence" >= 0 AND "confidence" <= 1),
  PRIMARY KEY ("award_id"),
  FOREIGN KEY ("case_id") REFERENCES cases ("case_id"),
  FOREIGN KEY ("article_id") REFERENCES articles ("article_id"),
  FOREIGN KEY ("payer_party_id") REFERENCES parties ("party_id"),
  FOREIGN KEY ("payee_party_id") REFERENCES parties ("party_id"),
  CONSTRAINT awards_id_of_its_identity CHECK ("award_id" = 'awa_' || left(encode(sha256(convert_to(concat_ws(chr(31), "article_id", "start"), 'UTF8')), 'hex'), 20)),
  CONSTRAINT awards_range_of_amounts_in_order CHECK (amount_max >= amount),
  CONSTRAINT awards_dated_or_none CHECK ((date_precision = 'none') = (date_start is null) and (date_precision = 'none') = (date_end is null)),
  CONSTRAINT awards_dates_in_order CHECK (date_start <= date_end),
  CONSTRAINT awards_day_is_one_day CHECK (date_precision <> 'day' or date_start >= date_end),
  CONSTRAINT awards_month_is_whole CHECK (date_precision <> 'month' or (extract(day from date_start) = 1 and extract(day from date_end + 1) = 1 and extract(month from date_start) = extract(month from date_end) and extract(year from date_start) = extract(year from date_end))),
  CONSTRAINT awards_year_is_whole CHECK (date_precision <> 'year' or (extract(day from date_start) = 1 and extract(month from date_start) = 1 and extract(day from date_end) = 31 and extract(month from date_end) = 12 and extract(year from date_start) = extract(year from date_end))),
  CONSTRAINT awards_decade_is_whole CHECK (date_precision <> 'decade' or (extract(day from date_start) = 1 and extract(month from date_start) = 1 and extract(year from date_start) % 10 = 0 and extract(day from date_end) = 31 and extract(month from date_end) = 12 and extract(year from date_end) = extract(year from date_start) + 9)),
  CONSTRAINT awards_range_is_longer_than_a_day CHECK (date_precision <> 'range' or date_start <> date_end),
  CONSTRAINT awards_ends_after_its_start CHECK ("end" > "start")
);

CREATE TABLE mentions (
  "mention_id" text NOT NULL CHECK ("mention_id" ~ '^(?:men_[0-9a-f]{20})$'),
  "article_id" text NOT NULL CHECK (length("article_id") >= 1),
  "record_table" text NOT NULL CHECK ("record_table" IN ('cases', 'parties', 'events', 'awards')),
  "record_id" text NOT NULL,
  "start" integer NOT NULL CHECK ("start" >= 0),
  "end" integer NOT NULL CHECK ("end" >= 1),
  "text" text CHECK (length("text") >= 1),
  PRIMARY KEY ("mention_id"),
  FOREIGN KEY ("article_id") REFERENCES articles ("article_id"),
  CONSTRAINT mentions_id_of_its_identity CHECK ("mention_id" = 'men_' || left(encode(sha256(convert_to(concat_ws(chr(31), "article_id", "record_table", "record_id", "start"), 'UTF8')), 'hex'), 20)),
  CONSTRAINT mentions_ends_after_its_start CHECK ("end" > "start")
);
