-- The record. Evidence is only ever added; what people decide lies beside it, in `judgement`.
-- `seq` is the line of the log under which a row was written; the line holds a digest of all columns of its rows.

-- Every write, chained: hash = SHA-256 of the hash before it and of this line.
CREATE TABLE log (
  seq    INTEGER PRIMARY KEY,
  at     TEXT NOT NULL,               -- UTC, as the clock on the wall had it; order is by seq alone
  kind   TEXT NOT NULL,
  digest BLOB NOT NULL,
  hash   BLOB NOT NULL
);

-- A command that wrote, and with which tools.
CREATE TABLE run (
  id       INTEGER PRIMARY KEY,
  seq      INTEGER NOT NULL,
  command  TEXT NOT NULL,
  versions TEXT NOT NULL
);

-- Raw bytes as they came, once, under their hash.
CREATE TABLE source (
  id         INTEGER PRIMARY KEY,
  seq        INTEGER NOT NULL,
  sha256     TEXT NOT NULL UNIQUE,
  size       INTEGER NOT NULL,
  packed     BLOB NOT NULL            -- zlib
);

CREATE TABLE text (
  id     INTEGER PRIMARY KEY,
  seq    INTEGER NOT NULL,
  key    TEXT NOT NULL UNIQUE,        -- Report.text_id
  packed BLOB NOT NULL                -- zlib of UTF-8
);

CREATE TABLE pipeline (
  id      INTEGER PRIMARY KEY,
  seq     INTEGER NOT NULL,
  version TEXT NOT NULL UNIQUE
);

-- All records of one text by one version of the pipeline; `context` hashes what else the reading depended on (language,
-- blocks, publication date as the reader gave it, publisher and host).
CREATE TABLE reading (
  id         INTEGER PRIMARY KEY,
  seq        INTEGER NOT NULL,
  text       INTEGER NOT NULL REFERENCES text,
  pipeline   INTEGER NOT NULL REFERENCES pipeline,
  context    TEXT NOT NULL,
  incomplete INTEGER NOT NULL,
  packed     BLOB NOT NULL,           -- zlib of the canonical JSON of the records
  UNIQUE (text, pipeline, context)
);

-- A report as a reader and a pipeline gave it: `record` is its JSON without text, reference and capture.
CREATE TABLE version (
  id      INTEGER PRIMARY KEY,
  seq     INTEGER NOT NULL,
  report  INTEGER NOT NULL REFERENCES report,
  source  INTEGER NOT NULL REFERENCES source,
  text    INTEGER NOT NULL REFERENCES text,
  reading INTEGER NOT NULL REFERENCES reading,
  digest  TEXT NOT NULL,              -- SHA-256 of the record
  record  BLOB NOT NULL,              -- zlib
  UNIQUE (report, digest, reading)
);

-- What came in, one row an input: stored, a duplicate, or set aside with a reason. A report that came again has a row
-- each time; `capture` says who collected it, when and with what, where that is known.
CREATE TABLE input (
  id       INTEGER PRIMARY KEY,
  seq      INTEGER NOT NULL,
  run      INTEGER NOT NULL REFERENCES run,
  outcome  TEXT NOT NULL CHECK (outcome IN ('stored', 'duplicate', 'set aside')),
  ref      TEXT NOT NULL,
  report   INTEGER REFERENCES report,
  capture  TEXT,                      -- JSON
  reason   TEXT,
  advice   TEXT,
  source   INTEGER REFERENCES source  -- the bytes of what was set aside, where they were had
);
CREATE INDEX input_by_report ON input (report, ref) WHERE report IS NOT NULL;
CREATE INDEX input_set_aside ON input (id) WHERE outcome = 'set aside';

-- What was set aside and tried again since; what came of it is an input of its own.
CREATE TABLE retry (
  id    INTEGER PRIMARY KEY,
  seq   INTEGER NOT NULL,
  run   INTEGER NOT NULL REFERENCES run,
  input INTEGER NOT NULL REFERENCES input
);
CREATE INDEX retry_of_input ON retry (input);

-- What people decided. It keeps the words that it was about, so that it carries over to a better reading.
CREATE TABLE judgement (
  id     INTEGER PRIMARY KEY,
  seq    INTEGER NOT NULL,
  who    TEXT NOT NULL,
  kind   TEXT NOT NULL,
  record TEXT NOT NULL,               -- sort of the record: event, statement, figure, report …
  target TEXT NOT NULL,               -- its key
  text   INTEGER REFERENCES text,
  start  INTEGER,
  stop   INTEGER,
  quote  TEXT,
  prefix TEXT,
  suffix TEXT,
  before TEXT,                        -- JSON
  after  TEXT,                        -- JSON
  note   TEXT,
  undoes INTEGER REFERENCES judgement
);
CREATE INDEX judgement_by_target ON judgement (target);
CREATE INDEX judgement_by_text ON judgement (text) WHERE text IS NOT NULL;
CREATE INDEX judgement_undone ON judgement (undoes) WHERE undoes IS NOT NULL;

-- Derived from here on: can be built again from the evidence at any time, and is checked against it by `verify`.

-- One row a report, with its newest version. Equal versions of one pipeline are told apart by the smaller digest, so
-- that the order of arrival leaves no trace.
CREATE TABLE report (
  id        INTEGER PRIMARY KEY,
  key       TEXT NOT NULL UNIQUE,     -- Report.id
  version   INTEGER REFERENCES version,
  source    INTEGER REFERENCES source,
  text      INTEGER REFERENCES text,
  reading   INTEGER REFERENCES reading,
  publisher TEXT,
  title     TEXT,
  url       TEXT,
  language  TEXT,
  earliest  TEXT,                     -- bounds of publication, ISO dates
  latest    TEXT
);
CREATE INDEX report_by_text ON report (text);
CREATE INDEX report_by_reading ON report (reading);
CREATE INDEX report_by_publisher ON report (publisher, earliest);
CREATE INDEX report_by_date ON report (earliest);

-- Full text, by text.id; a title is part of its text.
CREATE VIRTUAL TABLE text_index USING fts5 (body, content = '', tokenize = "unicode61 remove_diacritics 2");

CREATE TRIGGER log_stays       BEFORE UPDATE ON log       BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER log_kept        BEFORE DELETE ON log       BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER run_stays       BEFORE UPDATE ON run       BEGIN SELECT RAISE(ABORT, 'runs are append-only'); END;
CREATE TRIGGER run_kept        BEFORE DELETE ON run       BEGIN SELECT RAISE(ABORT, 'runs are append-only'); END;
CREATE TRIGGER source_stays    BEFORE UPDATE ON source    BEGIN SELECT RAISE(ABORT, 'sources are immutable'); END;
CREATE TRIGGER source_kept     BEFORE DELETE ON source    BEGIN SELECT RAISE(ABORT, 'sources are immutable'); END;
CREATE TRIGGER text_stays      BEFORE UPDATE ON text      BEGIN SELECT RAISE(ABORT, 'texts are immutable'); END;
CREATE TRIGGER text_kept       BEFORE DELETE ON text      BEGIN SELECT RAISE(ABORT, 'texts are immutable'); END;
CREATE TRIGGER pipeline_stays  BEFORE UPDATE ON pipeline  BEGIN SELECT RAISE(ABORT, 'pipelines are immutable'); END;
CREATE TRIGGER pipeline_kept   BEFORE DELETE ON pipeline  BEGIN SELECT RAISE(ABORT, 'pipelines are immutable'); END;
CREATE TRIGGER reading_stays   BEFORE UPDATE ON reading   BEGIN SELECT RAISE(ABORT, 'evidence is append-only'); END;
CREATE TRIGGER reading_kept    BEFORE DELETE ON reading   BEGIN SELECT RAISE(ABORT, 'evidence is append-only'); END;
CREATE TRIGGER version_stays   BEFORE UPDATE ON version   BEGIN SELECT RAISE(ABORT, 'evidence is append-only'); END;
CREATE TRIGGER version_kept    BEFORE DELETE ON version   BEGIN SELECT RAISE(ABORT, 'evidence is append-only'); END;
CREATE TRIGGER input_stays     BEFORE UPDATE ON input     BEGIN SELECT RAISE(ABORT, 'inputs are append-only'); END;
CREATE TRIGGER input_kept      BEFORE DELETE ON input     BEGIN SELECT RAISE(ABORT, 'inputs are append-only'); END;
CREATE TRIGGER retry_stays     BEFORE UPDATE ON retry     BEGIN SELECT RAISE(ABORT, 'retries are append-only'); END;
CREATE TRIGGER retry_kept      BEFORE DELETE ON retry     BEGIN SELECT RAISE(ABORT, 'retries are append-only'); END;
CREATE TRIGGER judgement_stays BEFORE UPDATE ON judgement BEGIN SELECT RAISE(ABORT, 'judgements are append-only'); END;
CREATE TRIGGER judgement_kept  BEFORE DELETE ON judgement BEGIN SELECT RAISE(ABORT, 'judgements are append-only'); END;
