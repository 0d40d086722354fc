-- Practices: what was practised, the person's own ones, and where they put each of all of them.

-- practice: "ours/" and a file's name, or "own/" and an id; title: its name of then. check_in: the id of the check-in
-- it came from, which may be gone since.
CREATE TABLE practice_session (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  practice TEXT NOT NULL,
  title TEXT NOT NULL,
  started_us INTEGER NOT NULL,
  started_offset INTEGER NOT NULL,
  started_zone TEXT,
  ended_us INTEGER NOT NULL,
  ended_offset INTEGER NOT NULL,
  ended_zone TEXT,
  arousal_before INTEGER CHECK (arousal_before BETWEEN 0 AND 100),
  arousal_after INTEGER CHECK (arousal_after BETWEEN 0 AND 100),
  felt TEXT CHECK (felt IN ('lighter', 'same', 'heavier')),
  check_in TEXT,
  stopped_early INTEGER NOT NULL CHECK (stopped_early IN (0, 1)),
  updated_us INTEGER NOT NULL,
  deleted_us INTEGER
) STRICT;

CREATE INDEX practice_session_by_time ON practice_session (started_us) WHERE deleted_us IS NULL;

CREATE INDEX practice_session_by_practice ON practice_session (practice, started_us) WHERE deleted_us IS NULL;

-- steps: a JSON list of [words, small words, seconds or null, phase or null, count or null]; zones: a JSON list of names.
CREATE TABLE own_practice (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  created_us INTEGER NOT NULL,
  created_offset INTEGER NOT NULL,
  created_zone TEXT,
  title TEXT NOT NULL,
  way TEXT NOT NULL CHECK (way IN ('breath', 'steps')),
  steps TEXT NOT NULL,
  zones TEXT NOT NULL,
  seconds INTEGER,
  note TEXT NOT NULL DEFAULT '',
  updated_us INTEGER NOT NULL,
  deleted_us INTEGER
) STRICT;

-- place: from 0 among the starred ones.
CREATE TABLE practice_place (
  practice TEXT PRIMARY KEY,
  is_starred INTEGER NOT NULL CHECK (is_starred IN (0, 1)),
  is_hidden INTEGER NOT NULL CHECK (is_hidden IN (0, 1)),
  place INTEGER,
  updated_us INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
