-- Standing across reports: derived from the evidence and from people's judgements, and never from the order in which
-- they came. All of it can be emptied and built again.

-- Reports whose shown reading has been joined to the rest. `house` is the agency that a report credits, else its
-- publisher in lower case.
CREATE TABLE joined (
  report  INTEGER PRIMARY KEY REFERENCES report,
  reading INTEGER NOT NULL REFERENCES reading,
  house   TEXT NOT NULL
);
CREATE INDEX joined_by_reading ON joined (reading);

-- Texts: the line of copies and the wider circle that each belongs to, named by one of its texts; its profile.
CREATE TABLE line (
  text    INTEGER PRIMARY KEY REFERENCES text,
  line    INTEGER NOT NULL,
  kin     INTEGER NOT NULL,
  bands   INTEGER NOT NULL,
  day     INTEGER,                    -- first day of publication, proleptic ordinal
  story   INTEGER,
  profile BLOB NOT NULL
);
CREATE INDEX line_by_line ON line (line);
CREATE INDEX line_by_kin ON line (kin);
CREATE INDEX line_by_story ON line (story);

CREATE TABLE band (
  band INTEGER NOT NULL,
  text INTEGER NOT NULL,
  PRIMARY KEY (band, text)
) WITHOUT ROWID;

-- The heaviest words of texts that speak for a happening: by them reports find the like.
CREATE TABLE subject (
  word INTEGER NOT NULL,
  day  INTEGER NOT NULL,              -- 0 where the text has none
  text INTEGER NOT NULL,
  PRIMARY KEY (word, day, text)
) WITHOUT ROWID;
CREATE INDEX subject_by_text ON subject (text);

-- Pairs of such texts that are alike, in both directions.
CREATE TABLE alike (
  one      INTEGER NOT NULL,
  other    INTEGER NOT NULL,
  likeness REAL NOT NULL,
  PRIMARY KEY (one, other)
) WITHOUT ROWID;

-- Event records that say the same in the same sentence are one happening; `text` is the text that speaks for it (of
-- those that have it the one with the smallest key).
CREATE TABLE happening (
  id       INTEGER PRIMARY KEY,
  key      TEXT NOT NULL UNIQUE,
  text     INTEGER REFERENCES text,
  incident INTEGER,
  packed   BLOB NOT NULL              -- MessagePack of standing.pairs.Happening
);
CREATE INDEX happening_by_text ON happening (text);
CREATE INDEX happening_by_incident ON happening (incident);

CREATE TABLE occurrence (
  event     INTEGER PRIMARY KEY REFERENCES event,
  happening INTEGER NOT NULL REFERENCES happening
);
CREATE INDEX occurrence_by_happening ON occurrence (happening);

-- Compared pairs of happenings, in both directions, each with its score and what it is made of.
CREATE TABLE link (
  one     INTEGER NOT NULL,
  other   INTEGER NOT NULL,
  score   REAL NOT NULL,
  reasons TEXT NOT NULL,              -- JSON
  PRIMARY KEY (one, other)
) WITHOUT ROWID;

-- Who commits to an event or gives a figure; `origin` is '' for the report's own voice.
CREATE TABLE voice (
  event      INTEGER NOT NULL REFERENCES event,
  holder     TEXT NOT NULL,
  value      TEXT NOT NULL,
  origin     TEXT NOT NULL,
  identified INTEGER NOT NULL,
  PRIMARY KEY (event, holder)
) WITHOUT ROWID;

-- Figures with what they are figures of; `what` is killed or injured where they are the toll of an event.
CREATE TABLE measure (
  figure       INTEGER PRIMARY KEY REFERENCES figure,
  thing        TEXT NOT NULL,         -- unit, whom, place, as of
  event        INTEGER REFERENCES event,
  what         TEXT,
  conventional INTEGER NOT NULL,
  origin       TEXT NOT NULL,
  identified   INTEGER NOT NULL
);
CREATE INDEX measure_by_thing ON measure (thing);
CREATE INDEX measure_by_event ON measure (event) WHERE event IS NOT NULL;

-- An incident is named by the smallest key of its event records ("i" before it): any record's key finds it, and so does
-- every name that it ever had.
CREATE TABLE incident (
  id       INTEGER PRIMARY KEY,
  key      TEXT NOT NULL UNIQUE,
  type     TEXT NOT NULL,
  earliest TEXT,
  latest   TEXT,
  country  TEXT,
  reports  INTEGER NOT NULL,
  fewest   INTEGER NOT NULL,          -- originating sources
  most     INTEGER NOT NULL,
  opposing INTEGER NOT NULL,          -- at most
  standing TEXT NOT NULL              -- JSON of model.standing.Standing
);
CREATE INDEX incident_by_time ON incident (earliest);
CREATE INDEX incident_by_type ON incident (type, earliest);
CREATE INDEX incident_by_country ON incident (country, earliest);
CREATE INDEX incident_by_sources ON incident (fewest);

CREATE TABLE story (
  id       INTEGER PRIMARY KEY,
  key      TEXT NOT NULL UNIQUE,      -- "t" and the smallest key of its texts
  earliest TEXT,
  latest   TEXT,
  reports  INTEGER NOT NULL,
  fewest   INTEGER NOT NULL,
  most     INTEGER NOT NULL
);
CREATE INDEX story_by_time ON story (latest);

-- People's decisions on pairs of event records, kept as they stand.
CREATE TABLE decision (
  one  TEXT NOT NULL,
  other TEXT NOT NULL,
  must INTEGER NOT NULL,
  PRIMARY KEY (one, other)
) WITHOUT ROWID;
CREATE INDEX decision_by_other ON decision (other);

-- Names of the places of an event, in lower case, and coordinates to look for by.
CREATE TABLE spot (
  name  TEXT NOT NULL,
  event INTEGER NOT NULL REFERENCES event,
  PRIMARY KEY (name, event)
) WITHOUT ROWID;
CREATE INDEX spot_by_event ON spot (event);
CREATE INDEX event_by_latitude ON event (lat, lon) WHERE lat IS NOT NULL;
