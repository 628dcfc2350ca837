-- legalnews_dataset, schema 1.1; made by `legalnews schemas export`.

CREATE TABLE articles (
  "article_id" TEXT NOT NULL CHECK (length("article_id") >= 1),
  "title" TEXT,
  "published_on" TEXT CHECK ("published_on" >= '1678-01-01' AND "published_on" <= '2261-12-31' AND date("published_on") IS "published_on"),
  "source" TEXT,
  "url" TEXT,
  "licence" TEXT,
  "language" TEXT NOT NULL CHECK (substr("language", 1) NOT GLOB '*[^a-z]*' AND length(substr("language", 1)) >= 2 AND length(substr("language", 1)) <= 3),
  "text_sha256" TEXT NOT NULL CHECK (substr("text_sha256", 1) NOT GLOB '*[^0-9a-f]*' AND length(substr("text_sha256", 1)) >= 64 AND length(substr("text_sha256", 1)) <= 64),
  "n_chars" INTEGER NOT NULL CHECK ("n_chars" >= 0 AND typeof("n_chars") IN ('integer', 'null') AND "n_chars" BETWEEN -2147483648 AND 2147483647),
  "text" TEXT,
  "duplicate_of" TEXT,
  "revision_of" TEXT,
  PRIMARY KEY ("article_id"),
  CONSTRAINT articles_n_chars_is_the_length CHECK (n_chars = length(text)),
  CONSTRAINT articles_no_nul_character CHECK (instr(CAST(text AS BLOB), x'00') = 0)
);

CREATE TABLE cases (
  "case_id" TEXT NOT NULL CHECK (substr("case_id", 1, 4) = 'cas_' AND substr("case_id", 5) NOT GLOB '*[^0-9a-f]*' AND length(substr("case_id", 5)) >= 20 AND length(substr("case_id", 5)) <= 20),
  "name" TEXT NOT NULL CHECK (length("name") >= 1),
  "kind" TEXT NOT NULL CHECK ("kind" IN ('civil', 'criminal', 'regulatory', 'other')),
  "court" TEXT CHECK (length("court") >= 1),
  "court_id" TEXT CHECK (substr("court_id", 1) NOT GLOB '*[^a-z0-9_-]*' AND length(substr("court_id", 1)) >= 1),
  "docket_number" TEXT CHECK (length("docket_number") >= 1),
  "rule" TEXT NOT NULL CHECK (length("rule") >= 1),
  "confidence" REAL CHECK ("confidence" >= 0 AND "confidence" <= 1 AND typeof("confidence") IN ('real', 'null')),
  PRIMARY KEY ("case_id")
);

CREATE TABLE parties (
  "party_id" TEXT NOT NULL CHECK (substr("party_id", 1, 4) = 'par_' AND substr("party_id", 5) NOT GLOB '*[^0-9a-f]*' AND length(substr("party_id", 5)) >= 20 AND length(substr("party_id", 5)) <= 20),
  "case_id" TEXT NOT NULL,
  "entity_id" TEXT NOT NULL CHECK (substr("entity_id", 1, 4) = 'ent_' AND substr("entity_id", 5) NOT GLOB '*[^0-9a-f]*' AND length(substr("entity_id", 5)) >= 20 AND length(substr("entity_id", 5)) <= 20),
  "name" TEXT NOT NULL CHECK (length("name") >= 1),
  "kind" TEXT NOT NULL CHECK ("kind" IN ('person', 'organization', 'government')),
  "role" TEXT NOT NULL CHECK ("role" IN ('plaintiff', 'defendant', 'prosecutor', 'plaintiff_attorney', 'defense_attorney', 'judge', 'witness', 'victim', 'other')),
  "represents" TEXT NOT NULL CHECK (json_valid("represents") AND json_type("represents") = 'array'),
  "rule" TEXT NOT NULL CHECK (length("rule") >= 1),
  "confidence" REAL CHECK ("confidence" >= 0 AND "confidence" <= 1 AND typeof("confidence") IN ('real', 'null')),
  PRIMARY KEY ("party_id"),
  FOREIGN KEY ("case_id") REFERENCES cases ("case_id"),
  CONSTRAINT parties_person_is_named CHECK (kind <> 'person' or lower(name) not in ('accused', 'the accused', 'attorney', 'the attorney', 'claimant', 'the claimant', 'complainant', 'the complainant', 'court', 'the court', 'defendant', 'the defendant', 'foreman', 'the foreman', 'judge', 'the judge', 'juror', 'the juror', 'jury', 'the jury', 'justice', 'the justice', 'lawyer', 'the lawyer', 'magistrate', 'the magistrate', 'petitioner', 'the petitioner', 'plaintiff', 'the plaintiff', 'prosecution', 'the prosecution', 'prosecutor', 'the prosecutor', 'respondent', 'the respondent', 'spokesman', 'the spokesman', 'spokesperson', 'the spokesperson', 'spokeswoman', 'the spokeswoman', 'suspect', 'the suspect', 'victim', 'the victim', 'witness', 'the witness')),
  CONSTRAINT parties_only_attorneys_represent CHECK (json_array_length(represents) = 0 or role in ('plaintiff_attorney', 'defense_attorney'))
);

CREATE TABLE events (
  "event_id" TEXT NOT NULL CHECK (substr("event_id", 1, 4) = 'eve_' AND substr("event_id", 5) NOT GLOB '*[^0-9a-f]*' AND length(substr("event_id", 5)) >= 20 AND length(substr("event_id", 5)) <= 20),
  "case_id" TEXT,
  "article_id" TEXT NOT NULL CHECK (length("article_id") >= 1),
  "type" TEXT NOT NULL CHECK ("type" IN ('conduct', 'investigation', 'arrest', 'charge', 'filing', 'hearing', 'trial', 'testimony', 'plea', 'verdict', 'ruling', 'sentence', 'settlement', 'dismissal', 'appeal', 'incident', 'other')),
  "status" TEXT NOT NULL CHECK ("status" IN ('occurred', 'alleged', 'scheduled')),
  "date_start" TEXT CHECK ("date_start" >= '1678-01-01' AND "date_start" <= '2261-12-31' AND date("date_start") IS "date_start"),
  "date_end" TEXT CHECK ("date_end" >= '1678-01-01' AND "date_end" <= '2261-12-31' AND date("date_end") IS "date_end"),
  "date_precision" TEXT NOT NULL CHECK ("date_precision" IN ('day', 'month', 'year', 'decade', 'range', 'none')),
  "actor_party_id" TEXT,
  "start" INTEGER NOT NULL CHECK ("start" >= 0 AND typeof("start") IN ('integer', 'null') AND "start" BETWEEN -2147483648 AND 2147483647),
  "end" INTEGER NOT NULL CHECK ("end" >= 1 AND typeof("end") IN ('integer', 'null') AND "end" BETWEEN -2147483648 AND 2147483647),
  "text" TEXT CHECK (length("text") >= 1),
  "rule" TEXT NOT NULL CHECK (length("rule") >= 1),
  "confidence" REAL CHECK ("confidence" >= 0 AND "confidence" <= 1 AND typeof("confidence") IN ('real', 'null')),
  PRIMARY KEY ("event_id"),
  FOREIGN KEY ("case_id") REFERENCES cases ("case_id"),
  FOREIGN KEY ("article_id") REFERENCES articles ("article_id"),
  FOREIGN KEY ("actor_party_id") REFERENCES parties ("party_id"),
  CONSTRAINT events_dated_or_none CHECK ((date_precision = 'none') = (date_start is null) and (date_precision = 'none') = (date_end is null)),
  CONSTRAINT events_dates_in_order CHECK (date_start <= date_end),
  CONSTRAINT events_day_is_one_day CHECK (date_precision <> 'day' or date_start >= date_end),
  CONSTRAINT events_month_is_whole CHECK (date_precision <> 'month' or (CAST(strftime('%d', date_start) AS INTEGER) = 1 and CAST(strftime('%d', date_end, '+1 day') AS INTEGER) = 1 and CAST(strftime('%m', date_start) AS INTEGER) = CAST(strftime('%m', date_end) AS INTEGER) and CAST(strftime('%Y', date_start) AS INTEGER) = CAST(strftime('%Y', date_end) AS INTEGER))),
  CONSTRAINT events_year_is_whole CHECK (date_precision <> 'year' or (CAST(strftime('%d', date_start) AS INTEGER) = 1 and CAST(strftime('%m', date_start) AS INTEGER) = 1 and CAST(strftime('%d', date_end) AS INTEGER) = 31 and CAST(strftime('%m', date_end) AS INTEGER) = 12 and CAST(strftime('%Y', date_start) AS INTEGER) = CAST(strftime('%Y', date_end) AS INTEGER))),
  CONSTRAINT events_decade_is_whole CHECK (date_precision <> 'decade' or (CAST(strftime('%d', date_start) AS INTEGER) = 1 and CAST(strftime('%m', date_start) AS INTEGER) = 1 and CAST(strftime('%Y', date_start) AS INTEGER) % 10 = 0 and CAST(strftime('%d', date_end) AS INTEGER) = 31 and CAST(strftime('%m', date_end) AS INTEGER) = 12 and CAST(strftime('%Y', date_end) AS INTEGER) = CAST(strftime('%Y', date_start) AS INTEGER) + 9)),
  CONSTRAINT events_range_is_longer_than_a_day CHECK (date_precision <> 'range' or date_start <> date_end),
  CONSTRAINT events_ends_after_its_start CHECK ("end" > "start")
);

CREATE TABLE quotes (
  "quote_id" TEXT NOT NULL CHECK (substr("quote_id", 1, 4) = 'quo_' AND substr("quote_id", 5) NOT GLOB '*[^0-9a-f]*' AND length(substr("quote_id", 5)) >= 20 AND length(substr("quote_id", 5)) <= 20),
  "case_id" TEXT,
  "article_id" TEXT NOT NULL CHECK (length("article_id") >= 1),
  "kind" TEXT NOT NULL CHECK ("kind" IN ('direct', 'partial')),
  "speaker" TEXT CHECK (length("speaker") >= 1),
  "speaker_party_id" TEXT,
  "cue" TEXT CHECK (length("cue") >= 1),
  "start" INTEGER NOT NULL CHECK ("start" >= 0 AND typeof("start") IN ('integer', 'null') AND "start" BETWEEN -2147483648 AND 2147483647),
  "end" INTEGER NOT NULL CHECK ("end" >= 1 AND typeof("end") IN ('integer', 'null') AND "end" BETWEEN -2147483648 AND 2147483647),
  "text" TEXT CHECK (length("text") >= 1),
  "rule" TEXT NOT NULL CHECK (length("rule") >= 1),
  "confidence" REAL CHECK ("confidence" >= 0 AND "confidence" <= 1 AND typeof("confidence") IN ('real', 'null')),
  PRIMARY KEY ("quote_id"),
  FOREIGN KEY ("case_id") REFERENCES cases ("case_id"),
  FOREIGN KEY ("article_id") REFERENCES articles ("article_id"),
  FOREIGN KEY ("speaker_party_id") REFERENCES parties ("party_id"),
  CONSTRAINT quotes_ends_after_its_start CHECK ("end" > "start"),
  CONSTRAINT quotes_party_speaker_is_named CHECK (speaker_party_id is null or speaker is not null)
);

CREATE TABLE awards (
  "award_id" TEXT NOT NULL CHECK (substr("award_id", 1, 4) = 'awa_' AND substr("award_id", 5) NOT GLOB '*[^0-9a-f]*' AND length(substr("award_id", 5)) >= 20 AND length(substr("award_id", 5)) <= 20),
  "case_id" TEXT,
  "article_id" TEXT NOT NULL CHECK (length("article_id") >= 1),
  "kind" TEXT NOT NULL CHECK ("kind" IN ('damages', 'compensatory', 'punitive', 'settlement', 'fine', 'restitution', 'forfeiture', 'fees', 'bail', 'other')),
  "status" TEXT NOT NULL CHECK ("status" IN ('awarded', 'agreed', 'sought', 'reduced', 'overturned', 'possible')),
  "amount" NUMERIC NOT NULL CHECK ("amount" >= 0 AND typeof("amount") IN ('integer', 'real', 'null') AND abs("amount") < 1e16 AND round("amount", 2) = "amount"),
  "amount_max" NUMERIC CHECK ("amount_max" >= 0 AND typeof("amount_max") IN ('integer', 'real', 'null') AND abs("amount_max") < 1e16 AND round("amount_max", 2) = "amount_max"),
  "currency" TEXT NOT NULL CHECK (substr("currency", 1) NOT GLOB '*[^A-Z]*' AND length(substr("currency", 1)) >= 3 AND length(substr("currency", 1)) <= 3),
  "payer_party_id" TEXT,
  "payee_party_id" TEXT,
  "decided_by" TEXT CHECK ("decided_by" IN ('jury', 'judge', 'agency', 'agreement')),
  "date_start" TEXT CHECK ("date_start" >= '1678-01-01' AND "date_start" <= '2261-12-31' AND date("date_start") IS "date_start"),
  "date_end" TEXT CHECK ("date_end" >= '1678-01-01' AND "date_end" <= '2261-12-31' AND date("date_end") IS "date_end"),
  "date_precision" TEXT NOT NULL CHECK ("date_precision" IN ('day', 'month', 'year', 'decade', 'range', 'none')),
  "start" INTEGER NOT NULL CHECK ("start" >= 0 AND typeof("start") IN ('integer', 'null') AND "start" BETWEEN -2147483648 AND 2147483647),
  "end" INTEGER NOT NULL CHECK ("end" >= 1 AND typeof("end") IN ('integer', 'null') AND "end" BETWEEN -2147483648 AND 2147483647),
  "text" TEXT CHECK (length("text") >= 1),
  "rule" TEXT NOT NULL CHECK (length("rule") >= 1),
  "confidence" REAL CHECK ("confidence" >= 0 AND "confidence" <= 1 AND typeof("confidence") IN ('real', 'null')),
  PRIMARY KEY ("award_id"),
  FOREIGN KEY ("case_id") REFERENCES cases ("case_id"),
  FOREIGN KEY ("article_id") REFERENCES articles ("article_id"),
  FOREIGN KEY ("payer_party_id") REFERENCES parties ("party_id"),
  FOREIGN KEY ("payee_party_id") REFERENCES parties ("party_id"),
  CONSTRAINT awards_range_of_amounts_in_order CHECK (amount_max >= amount),
  CONSTRAINT awards_dated_or_none CHECK ((date_precision = 'none') = (date_start is null) and (date_precision = 'none') = (date_end is null)),
  CONSTRAINT awards_dates_in_order CHECK (date_start <= date_end),
  CONSTRAINT awards_day_is_one_day CHECK (date_precision <> 'day' or date_start >= date_end),
  CONSTRAINT awards_month_is_whole CHECK (date_precision <> 'month' or (CAST(strftime('%d', date_start) AS INTEGER) = 1 and CAST(strftime('%d', date_end, '+1 day') AS INTEGER) = 1 and CAST(strftime('%m', date_start) AS INTEGER) = CAST(strftime('%m', date_end) AS INTEGER) and CAST(strftime('%Y', date_start) AS INTEGER) = CAST(strftime('%Y', date_end) AS INTEGER))),
  CONSTRAINT awards_year_is_whole CHECK (date_precision <> 'year' or (CAST(strftime('%d', date_start) AS INTEGER) = 1 and CAST(strftime('%m', date_start) AS INTEGER) = 1 and CAST(strftime('%d', date_end) AS INTEGER) = 31 and CAST(strftime('%m', date_end) AS INTEGER) = 12 and CAST(strftime('%Y', date_start) AS INTEGER) = CAST(strftime('%Y', date_end) AS INTEGER))),
  CONSTRAINT awards_decade_is_whole CHECK (date_precision <> 'decade' or (CAST(strftime('%d', date_start) AS INTEGER) = 1 and CAST(strftime('%m', date_start) AS INTEGER) = 1 and CAST(strftime('%Y', date_start) AS INTEGER) % 10 = 0 and CAST(strftime('%d', date_end) AS INTEGER) = 31 and CAST(strftime('%m', date_end) AS INTEGER) = 12 and CAST(strftime('%Y', date_end) AS INTEGER) = CAST(strftime('%Y', date_start) AS INTEGER) + 9)),
  CONSTRAINT awards_range_is_longer_than_a_day CHECK (date_precision <> 'range' or date_start <> date_end),
  CONSTRAINT awards_ends_after_its_start CHECK ("end" > "start")
);

CREATE TABLE mentions (
  "mention_id" TEXT NOT NULL CHECK (substr("mention_id", 1, 4) = 'men_' AND substr("mention_id", 5) NOT GLOB '*[^0-9a-f]*' AND length(substr("mention_id", 5)) >= 20 AND length(substr("mention_id", 5)) <= 20),
  "article_id" TEXT NOT NULL CHECK (length("article_id") >= 1),
  "record_table" TEXT NOT NULL CHECK ("record_table" IN ('cases', 'parties', 'events', 'awards')),
  "record_id" TEXT NOT NULL,
  "start" INTEGER NOT NULL CHECK ("start" >= 0 AND typeof("start") IN ('integer', 'null') AND "start" BETWEEN -2147483648 AND 2147483647),
  "end" INTEGER NOT NULL CHECK ("end" >= 1 AND typeof("end") IN ('integer', 'null') AND "end" BETWEEN -2147483648 AND 2147483647),
  "text" TEXT CHECK (length("text") >= 1),
  PRIMARY KEY ("mention_id"),
  FOREIGN KEY ("article_id") REFERENCES articles ("article_id"),
  CONSTRAINT mentions_ends_after_its_start CHECK ("end" > "start")
);
