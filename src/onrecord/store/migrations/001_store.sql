-- The record. Evidence is only ever added; what people decide lies beside it, in `judgement`.

-- Raw bytes as they came, once, under their hash.
CREATE TABLE source (
  id         INTEGER PRIMARY KEY,
  sha256     TEXT NOT NULL UNIQUE,
  media_type TEXT NOT NULL,
  size       INTEGER NOT NULL,
  packed     BLOB NOT NULL            -- zlib
);

-- One published version of one article. `record` is the report's JSON without text and capture.
CREATE TABLE report (
  id        INTEGER PRIMARY KEY,
  key       TEXT NOT NULL UNIQUE,     -- Report.id
  source    INTEGER NOT NULL REFERENCES source,
  text      INTEGER NOT NULL REFERENCES text,
  reading   INTEGER NOT NULL REFERENCES reading,
  publisher TEXT,
  title     TEXT,
  url       TEXT,
  language  TEXT,
  earliest  TEXT,                     -- bounds of publication, ISO dates
  latest    TEXT,
  record    BLOB NOT NULL             -- zlib
);
CREATE INDEX report_by_text ON report (text);
CREATE INDEX report_by_reading ON report (reading);
CREATE INDEX report_by_publisher ON report (publisher, earliest);
CREATE INDEX report_by_date ON report (earliest);

-- How a report came to us, each time that it did.
CREATE TABLE capture (
  id     INTEGER PRIMARY KEY,
  report INTEGER NOT NULL REFERENCES report,
  at     TEXT NOT NULL,               -- UTC
  ref    TEXT NOT NULL,
  record TEXT NOT NULL                -- JSON: tool, version, response headers
);
CREATE INDEX capture_by_report ON capture (report);

CREATE TABLE text (
  id     INTEGER PRIMARY KEY,
  key    TEXT NOT NULL UNIQUE,        -- Report.text_id
  packed BLOB NOT NULL                -- zlib
);

CREATE VIRTUAL TABLE text_index USING fts5 (title, body, content = '', tokenize = "unicode61 remove_diacritics 2");

CREATE TABLE pipeline (
  id      INTEGER PRIMARY KEY,
  version TEXT NOT NULL UNIQUE
);

-- All records of one text by one version of the pipeline; `context` is what else the reading depended on (the
-- publication date, against which relative times were resolved).
CREATE TABLE reading (
  id         INTEGER PRIMARY KEY,
  text       INTEGER NOT NULL REFERENCES text,
  pipeline   INTEGER NOT NULL REFERENCES pipeline,
  context    TEXT NOT NULL,
  incomplete INTEGER NOT NULL,
  packed     BLOB NOT NULL,           -- zlib of the canonical JSON of the records
  UNIQUE (text, pipeline, context)
);

-- What came in, run by run: stored, a duplicate, or set aside with a reason. The counts of a run add up.
CREATE TABLE run (
  id       INTEGER PRIMARY KEY,
  started  TEXT NOT NULL,
  finished TEXT,
  command  TEXT NOT NULL
);
CREATE TABLE input (
  id      INTEGER PRIMARY KEY,
  run     INTEGER NOT NULL REFERENCES run,
  ref     TEXT NOT NULL,
  outcome TEXT NOT NULL CHECK (outcome IN ('stored', 'duplicate', 'set aside')),
  report  INTEGER REFERENCES report,
  reason  TEXT,
  advice  TEXT,
  retried INTEGER REFERENCES input
);
CREATE INDEX input_by_run ON input (run, outcome);
CREATE INDEX input_set_aside ON input (outcome, retried) WHERE outcome = 'set aside';

-- What people decided. It keeps the words that it was about, so that it carries over to a better reading.
CREATE TABLE judgement (
  id      INTEGER PRIMARY KEY,
  at      TEXT NOT NULL,
  who     TEXT NOT NULL,
  kind    TEXT NOT NULL,
  text    INTEGER REFERENCES text,
  target  TEXT NOT NULL,
  quote   TEXT,
  prefix  TEXT,
  suffix  TEXT,
  before  TEXT,
  after   TEXT,
  note    TEXT,
  undoes  INTEGER REFERENCES judgement
);
CREATE INDEX judgement_by_target ON judgement (target);

-- Every write, chained: hash = SHA-256 of the line before it and of this one.
CREATE TABLE log (
  seq    INTEGER PRIMARY KEY,
  at     TEXT NOT NULL,
  kind   TEXT NOT NULL,
  key    TEXT NOT NULL,
  digest TEXT NOT NULL,
  hash   TEXT NOT NULL
);

CREATE TRIGGER source_stays    BEFORE UPDATE ON source    BEGIN SELECT RAISE(ABORT, 'sources are immutable'); END;
CREATE TRIGGER source_kept     BEFORE DELETE ON source    BEGIN SELECT RAISE(ABORT, 'sources are immutable'); END;
CREATE TRIGGER text_stays      BEFORE UPDATE ON text      BEGIN SELECT RAISE(ABORT, 'texts are immutable'); END;
CREATE TRIGGER text_kept       BEFORE DELETE ON text      BEGIN SELECT RAISE(ABORT, 'texts are immutable'); END;
CREATE TRIGGER reading_stays   BEFORE UPDATE ON reading   BEGIN SELECT RAISE(ABORT, 'evidence is append-only'); END;
CREATE TRIGGER reading_kept    BEFORE DELETE ON reading   BEGIN SELECT RAISE(ABORT, 'evidence is append-only'); END;
CREATE TRIGGER judgement_stays BEFORE UPDATE ON judgement BEGIN SELECT RAISE(ABORT, 'judgements are append-only'); END;
CREATE TRIGGER judgement_kept  BEFORE DELETE ON judgement BEGIN SELECT RAISE(ABORT, 'judgements are append-only'); END;
CREATE TRIGGER log_stays       BEFORE UPDATE ON log       BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER log_kept        BEFORE DELETE ON log       BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
