-- The whole check-in, what it was before it was corrected, and the rest of the journal.

ALTER TABLE check_in ADD COLUMN safe INTEGER CHECK (safe BETWEEN 0 AND 100);
ALTER TABLE check_in ADD COLUMN connected INTEGER CHECK (connected BETWEEN 0 AND 100);
ALTER TABLE check_in ADD COLUMN sleep INTEGER CHECK (sleep BETWEEN 0 AND 100);
ALTER TABLE check_in ADD COLUMN slept_minutes INTEGER CHECK (slept_minutes BETWEEN 0 AND 1440);

-- Where an import had put it, if its time was corrected since: the same import must not put it there once more.
ALTER TABLE check_in ADD COLUMN imported_us INTEGER;

CREATE INDEX check_in_imported_elsewhere ON check_in (imported_us, import_key) WHERE imported_us IS NOT NULL;

-- Tags get a kind, and their place in time, by which a journal of one tag is read; offered: their place as a choice.
CREATE TABLE tag_of_kind (
  number INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('tag', 'person', 'place', 'activity', 'body_cue')),
  name TEXT NOT NULL,
  created_us INTEGER NOT NULL,
  offered INTEGER,
  UNIQUE (kind, name)
) STRICT;

INSERT INTO tag_of_kind (number, kind, name, created_us) SELECT number, 'tag', name, created_us FROM tag;

CREATE TABLE check_in_tag_in_time (
  check_in INTEGER NOT NULL REFERENCES check_in (number) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  tag INTEGER NOT NULL REFERENCES tag_of_kind (number),
  experienced_us INTEGER NOT NULL,
  PRIMARY KEY (check_in, position)
) STRICT, WITHOUT ROWID;

INSERT INTO check_in_tag_in_time (check_in, position, tag, experienced_us)
SELECT check_in, position, tag, experienced_us
FROM check_in_tag JOIN check_in ON check_in.number = check_in_tag.check_in;

DROP TABLE check_in_tag;

DROP TABLE tag;

ALTER TABLE tag_of_kind RENAME TO tag;

ALTER TABLE check_in_tag_in_time RENAME TO check_in_tag;

CREATE INDEX check_in_tag_by_time ON check_in_tag (tag, experienced_us);

-- What a check-in said before each correction, as JSON of the fields that changed.
CREATE TABLE check_in_version (
  number INTEGER PRIMARY KEY,
  check_in INTEGER NOT NULL REFERENCES check_in (number) ON DELETE CASCADE,
  replaced_us INTEGER NOT NULL,
  replaced_offset INTEGER NOT NULL,
  replaced_zone TEXT,
  before TEXT NOT NULL
) STRICT;

CREATE INDEX check_in_version_by_check_in ON check_in_version (check_in);

CREATE TABLE reflection (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  experienced_us INTEGER NOT NULL,
  experienced_offset INTEGER NOT NULL,
  experienced_zone TEXT,
  created_us INTEGER NOT NULL,
  created_offset INTEGER NOT NULL,
  created_zone TEXT,
  concept TEXT,
  question TEXT NOT NULL,
  text TEXT NOT NULL,
  local_day TEXT NOT NULL,
  updated_us INTEGER NOT NULL,
  deleted_us INTEGER
) STRICT;

CREATE INDEX reflection_by_time ON reflection (experienced_us) WHERE deleted_us IS NULL;

CREATE TABLE life_event (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  experienced_us INTEGER NOT NULL,
  experienced_offset INTEGER NOT NULL,
  experienced_zone TEXT,
  created_us INTEGER NOT NULL,
  created_offset INTEGER NOT NULL,
  created_zone TEXT,
  title TEXT NOT NULL,
  note TEXT NOT NULL DEFAULT '',
  local_day TEXT NOT NULL,
  updated_us INTEGER NOT NULL,
  deleted_us INTEGER
) STRICT;

CREATE INDEX life_event_by_time ON life_event (experienced_us) WHERE deleted_us IS NULL;

-- What was deleted permanently: nothing but that it was there, so that an import does not bring it back unasked.
CREATE TABLE tombstone (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  deleted_us INTEGER NOT NULL,
  deleted_offset INTEGER NOT NULL,
  deleted_zone TEXT
) STRICT, WITHOUT ROWID;

-- Words that the person put in place of ours.
CREATE TABLE wording (
  name TEXT PRIMARY KEY,
  text TEXT NOT NULL,
  updated_us INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- A learned bound has its 5 % and 95 % points; a side that was not learned has none. labels: how many it rests on.
ALTER TABLE window_version ADD COLUMN lower_low INTEGER;
ALTER TABLE window_version ADD COLUMN lower_high INTEGER;
ALTER TABLE window_version ADD COLUMN upper_low INTEGER;
ALTER TABLE window_version ADD COLUMN upper_high INTEGER;
ALTER TABLE window_version ADD COLUMN labels INTEGER;

ALTER TABLE draft ADD COLUMN pleasantness INTEGER;
ALTER TABLE draft ADD COLUMN safe INTEGER;
ALTER TABLE draft ADD COLUMN connected INTEGER;
ALTER TABLE draft ADD COLUMN sleep INTEGER;
ALTER TABLE draft ADD COLUMN slept_minutes INTEGER;
ALTER TABLE draft ADD COLUMN tags TEXT NOT NULL DEFAULT '[]';

-- Tags from this number on may have been made by the import; if it never comes to its end they go with it.
ALTER TABLE import_batch ADD COLUMN first_tag INTEGER;

-- What an import brings beside check-ins waits here, unseen, and is put in its place once the import is complete.
CREATE TABLE import_waiting (
  number INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  content TEXT NOT NULL
) STRICT;
