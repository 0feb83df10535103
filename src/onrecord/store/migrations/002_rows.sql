-- Rows to filter by, derived from `reading`; they can be built again from it at any time.

CREATE TABLE entity (
  id      INTEGER PRIMARY KEY,
  reading INTEGER NOT NULL REFERENCES reading,
  short   TEXT NOT NULL,              -- "e1" in the reading
  type    TEXT NOT NULL,
  name    TEXT NOT NULL,
  actor   TEXT,                       -- registry id
  country TEXT,
  sector  TEXT
);
CREATE INDEX entity_by_reading ON entity (reading);
CREATE INDEX entity_by_name ON entity (name COLLATE NOCASE);
CREATE INDEX entity_by_actor ON entity (actor) WHERE actor IS NOT NULL;

CREATE TABLE event (
  id         INTEGER PRIMARY KEY,
  reading    INTEGER NOT NULL REFERENCES reading,
  short      TEXT NOT NULL,
  key        TEXT NOT NULL,           -- record_key
  type       TEXT NOT NULL,
  quad       INTEGER,
  tense      TEXT NOT NULL,
  background INTEGER NOT NULL,
  author     TEXT,                    -- the report's own commitment
  held       TEXT,                    -- the strongest value that any holder gives
  earliest   TEXT,
  latest     TEXT,
  country    TEXT,
  lat        REAL,
  lon        REAL,
  score      REAL NOT NULL
);
CREATE INDEX event_by_reading ON event (reading);
CREATE INDEX event_by_key ON event (key);
CREATE INDEX event_by_type ON event (type, earliest);
CREATE INDEX event_by_country ON event (country, type, earliest);
CREATE INDEX event_by_time ON event (earliest);

CREATE TABLE participant (
  event  INTEGER NOT NULL REFERENCES event,
  role   TEXT NOT NULL,               -- actor, recipient
  entity INTEGER NOT NULL REFERENCES entity,
  PRIMARY KEY (event, role, entity)
) WITHOUT ROWID;
CREATE INDEX participant_by_entity ON participant (entity);

CREATE TABLE statement (
  id          INTEGER PRIMARY KEY,
  reading     INTEGER NOT NULL REFERENCES reading,
  short       TEXT NOT NULL,
  key         TEXT NOT NULL,
  source_kind TEXT NOT NULL,
  named       INTEGER NOT NULL,
  anonymous   INTEGER NOT NULL,       -- anonymity granted in words
  speech      TEXT NOT NULL,
  score       REAL NOT NULL
);
CREATE INDEX statement_by_reading ON statement (reading);
CREATE INDEX statement_by_key ON statement (key);
CREATE INDEX statement_by_kind ON statement (source_kind, named);

CREATE TABLE speaker (
  statement INTEGER NOT NULL REFERENCES statement,
  entity    INTEGER NOT NULL REFERENCES entity,
  PRIMARY KEY (statement, entity)
) WITHOUT ROWID;
CREATE INDEX speaker_by_entity ON speaker (entity);

CREATE TABLE figure (
  id        INTEGER PRIMARY KEY,
  reading   INTEGER NOT NULL REFERENCES reading,
  short     TEXT NOT NULL,
  key       TEXT NOT NULL,
  value     REAL,
  low       REAL,
  high      REAL,
  qualifier TEXT NOT NULL,
  unit      TEXT,
  score     REAL NOT NULL
);
CREATE INDEX figure_by_reading ON figure (reading);
CREATE INDEX figure_by_key ON figure (key);
CREATE INDEX figure_by_unit ON figure (unit, value);
