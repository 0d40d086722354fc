-- The whole check-in, what it was before it was corrected, and the rest of the journal.

ALTER TABLE check_in ADD COLUMN safe INTEGER CHECK (safe BETWEEN 0 AND 100);
ALTER TABLE check_in ADD COLUMN connected INTEGER CHECK (connected BETWEEN 0 AND 100);
ALTER TABLE check_in ADD COLUMN sleep INTEGER CHECK (sleep BETWEEN 0 AND 100);
ALTER TABLE check_in ADD COLUMN slept_minutes INTEGER CHECK (slept_minutes BETWEEN 0 AND 1440);

-- Where an import had put it, if its time was corrected since: the same import must not put it there once more.
ALTER TABLE check_in ADD COLUMN imported_us INTEGER;

-- By what a journal is narrowed down: 4 * zone (from 0, in the order of the screen; 5: none) + 2 if it was asked for
-- + 1 with a note; NULL once it was taken back.
ALTER TABLE check_in ADD COLUMN facet INTEGER GENERATED ALWAYS AS (
  CASE WHEN deleted_us IS NULL THEN
    CASE zone WHEN 'above' THEN 0 WHEN 'inside' THEN 4 WHEN 'below' THEN 8 WHEN 'mixed' THEN 12 WHEN 'unsure' THEN 16
      ELSE 20 END + 2 * (origin IN ('fixed', 'random', 'interval')) + (note <> '')
  END
) VIRTUAL;

CREATE INDEX check_in_by_facet ON check_in (facet, experienced_us, import_number);

CREATE INDEX check_in_imported_elsewhere ON check_in (imported_us, import_key) WHERE imported_us IS NOT NULL;

-- Tags get a kind; where they lie has the time and the facet of the check-in, by which a journal of one tag is read;
-- offered: their place as a choice.
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
  facet INTEGER,
  PRIMARY KEY (check_in, position)
) STRICT, WITHOUT ROWID;

INSERT INTO check_in_tag_in_time (check_in, position, tag, experienced_us, facet)
SELECT check_in, position, tag, experienced_us, facet
FROM check_in_tag JOIN check_in ON check_in.number = check_in_tag.check_in;

DROP TABLE check_in_tag;

DROP TABLE tag;

ALTER TABLE tag_of_kind RENAME TO tag;

ALTER TABLE check_in_tag_in_time RENAME TO check_in_tag;

-- On how many check-ins of an import (0: the person's own) a tag lies, and when it was used last; forgotten ones count
-- nowhere. Kept by triggers, so that whoever lays a tag on or takes it off keeps it; rebuildable, checked by doctor.
CREATE TABLE tag_use (
  tag INTEGER NOT NULL REFERENCES tag (number) ON DELETE CASCADE,
  import_number INTEGER NOT NULL,
  check_ins INTEGER NOT NULL,
  last_us INTEGER NOT NULL,
  PRIMARY KEY (tag, import_number)
) STRICT, WITHOUT ROWID;

INSERT INTO tag_use (tag, import_number, check_ins, last_us)
SELECT tag, import_number, count(*), max(check_in_tag.experienced_us)
FROM check_in_tag CROSS JOIN check_in ON check_in.number = check_in_tag.check_in
WHERE deleted_us IS NULL GROUP BY 1, 2;

CREATE INDEX check_in_tag_by_time ON check_in_tag (tag, experienced_us);

CREATE INDEX check_in_tag_by_facet ON check_in_tag (tag, facet, experienced_us);

CREATE TRIGGER check_in_tag_follows AFTER UPDATE OF experienced_us, zone, origin, note, deleted_us ON check_in
BEGIN
  UPDATE check_in_tag SET experienced_us = new.experienced_us, facet = new.facet WHERE check_in = new.number;
END;

CREATE TRIGGER tag_is_laid_on AFTER INSERT ON check_in_tag
BEGIN
  INSERT INTO tag_use (tag, import_number, check_ins, last_us)
  SELECT new.tag, import_number, 1, new.experienced_us FROM check_in
  WHERE number = new.check_in AND deleted_us IS NULL
  ON CONFLICT (tag, import_number) DO UPDATE
  SET check_ins = check_ins + 1, last_us = max(last_us, excluded.last_us);
END;

CREATE TRIGGER tag_is_taken_off AFTER DELETE ON check_in_tag
BEGIN
  UPDATE tag_use SET check_ins = check_ins - 1 WHERE tag = old.tag
  AND import_number = (SELECT import_number FROM check_in WHERE number = old.check_in AND deleted_us IS NULL);
END;

CREATE TRIGGER tags_are_forgotten AFTER UPDATE OF deleted_us ON check_in
WHEN old.deleted_us IS NULL AND new.deleted_us IS NOT NULL
BEGIN
  UPDATE tag_use SET check_ins = check_ins - 1
  WHERE import_number = new.import_number AND tag IN (SELECT tag FROM check_in_tag WHERE check_in = new.number);
END;

CREATE TRIGGER tags_are_restored AFTER UPDATE OF deleted_us ON check_in
WHEN old.deleted_us IS NOT NULL AND new.deleted_us IS NULL
BEGIN
  INSERT INTO tag_use (tag, import_number, check_ins, last_us)
  SELECT tag, new.import_number, 1, experienced_us FROM check_in_tag WHERE check_in = new.number
  ON CONFLICT (tag, import_number) DO UPDATE
  SET check_ins = check_ins + 1, last_us = max(last_us, excluded.last_us);
END;

-- Before, because the tags go with the check-in.
CREATE TRIGGER tags_go_with_their_check_in BEFORE DELETE ON check_in
WHEN old.deleted_us IS NULL
BEGIN
  UPDATE tag_use SET check_ins = check_ins - 1
  WHERE import_number = old.import_number AND tag IN (SELECT tag FROM check_in_tag WHERE check_in = old.number);
END;

CREATE TRIGGER tag_is_used_no_more AFTER UPDATE OF check_ins ON tag_use WHEN new.check_ins = 0
BEGIN
  DELETE FROM tag_use WHERE tag = new.tag AND import_number = new.import_number;
END;

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

-- What they said before each correction, as JSON of the fields that changed; noted is the number of the corrected one.
CREATE TABLE reflection_version (
  number INTEGER PRIMARY KEY,
  noted INTEGER NOT NULL REFERENCES reflection (number) ON DELETE CASCADE,
  replaced_us INTEGER NOT NULL,
  replaced_offset INTEGER NOT NULL,
  replaced_zone TEXT,
  before TEXT NOT NULL
) STRICT;

CREATE INDEX reflection_version_by_reflection ON reflection_version (noted);

CREATE TABLE life_event_version (
  number INTEGER PRIMARY KEY,
  noted INTEGER NOT NULL REFERENCES life_event (number) ON DELETE CASCADE,
  replaced_us INTEGER NOT NULL,
  replaced_offset INTEGER NOT NULL,
  replaced_zone TEXT,
  before TEXT NOT NULL
) STRICT;

CREATE INDEX life_event_version_by_life_event ON life_event_version (noted);

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

-- Where lines with words stand in time: 32,768 places to a second, so that what is found comes in order of time.
-- kind: 0 check-in, 1 reflection, 2 life event. What has no place because a second is full is not found by its words.
CREATE TABLE worded_line (
  place INTEGER PRIMARY KEY,
  kind INTEGER NOT NULL,
  line INTEGER NOT NULL
) STRICT;

-- The words themselves: only where each of them occurs. Beside the person's words there are some of ours, which begin
-- with a character that no keyboard has: f and the facet of a check-in, t and the number of a tag, k and the kind.
CREATE VIRTUAL TABLE word USING fts5 (
  words, content='', columnsize=0, detail=none, prefix='1',
  tokenize="unicode61 remove_diacritics 2 categories 'L* M* N* Co So'"
);

CREATE VIRTUAL TABLE known_word USING fts5vocab (word, 'instance');

-- What is taken out leaves nothing behind; fewer rewritings while an import runs.
INSERT INTO word (word, rank) VALUES ('secure-delete', 1);
INSERT INTO word (word, rank) VALUES ('automerge', 8);

CREATE VIEW line_words (kind, line, experienced_us, words) AS
SELECT 0, number, experienced_us, replace(note, char(57344), ' ') || ' ' || char(57344) || 'f' || facet || coalesce(
  (SELECT group_concat(' ' || char(57344) || 't' || tag, '') FROM check_in_tag WHERE check_in = number), ''
) FROM check_in WHERE deleted_us IS NULL AND note <> ''
UNION ALL
SELECT 1, number, experienced_us, replace(question || ' ' || text, char(57344), ' ') || ' ' || char(57344) || 'k1'
FROM reflection WHERE deleted_us IS NULL
UNION ALL
SELECT 2, number, experienced_us, replace(title || ' ' || note, char(57344), ' ') || ' ' || char(57344) || 'k2'
FROM life_event WHERE deleted_us IS NULL;

CREATE TRIGGER words_come INSTEAD OF INSERT ON line_words
BEGIN
  INSERT INTO worded_line (place, kind, line)
  SELECT coalesce(max(place) + 1, (new.experienced_us / 1000000) << 15), new.kind, new.line FROM worded_line
  WHERE place >= (new.experienced_us / 1000000) << 15 AND place < (new.experienced_us / 1000000 + 1) << 15
  HAVING coalesce(max(place) + 1, 0) < (new.experienced_us / 1000000 + 1) << 15;
  INSERT INTO word (rowid, words)
  SELECT place, words FROM worded_line JOIN line_words USING (kind, line)
  WHERE place >= (new.experienced_us / 1000000) << 15 AND place < (new.experienced_us / 1000000 + 1) << 15
  AND kind = new.kind AND line = new.line;
END;

CREATE TRIGGER words_go INSTEAD OF DELETE ON line_words
BEGIN
  DELETE FROM worded_line
  WHERE place >= (old.experienced_us / 1000000) << 15 AND place < (old.experienced_us / 1000000 + 1) << 15
  AND kind = old.kind AND line = old.line;
END;

CREATE TRIGGER words_end BEFORE DELETE ON worded_line
BEGIN
  INSERT INTO word (word, rowid, words)
  SELECT 'delete', old.place, words FROM line_words WHERE kind = old.kind AND line = old.line;
END;

-- What an import brings is taken in by whole chunks: words that come row by row cost four times as much.
CREATE TRIGGER check_in_words_begin AFTER INSERT ON check_in
WHEN new.note <> '' AND new.deleted_us IS NULL AND new.import_number = 0
BEGIN
  INSERT INTO line_words (kind, line, experienced_us) VALUES (0, new.number, new.experienced_us);
END;

CREATE TRIGGER check_in_words_go BEFORE UPDATE OF experienced_us, zone, origin, note, deleted_us ON check_in
WHEN old.note <> '' AND old.deleted_us IS NULL
BEGIN
  DELETE FROM line_words WHERE kind = 0 AND line = old.number;
END;

CREATE TRIGGER check_in_words_come AFTER UPDATE OF experienced_us, zone, origin, note, deleted_us ON check_in
WHEN new.note <> '' AND new.deleted_us IS NULL
BEGIN
  INSERT INTO line_words (kind, line, experienced_us) VALUES (0, new.number, new.experienced_us);
END;

CREATE TRIGGER check_in_words_end BEFORE DELETE ON check_in
WHEN old.note <> '' AND old.deleted_us IS NULL
BEGIN
  DELETE FROM line_words WHERE kind = 0 AND line = old.number;
END;

CREATE TRIGGER reflection_words_begin AFTER INSERT ON reflection
WHEN new.deleted_us IS NULL
BEGIN
  INSERT INTO line_words (kind, line, experienced_us) VALUES (1, new.number, new.experienced_us);
END;

CREATE TRIGGER reflection_words_go BEFORE UPDATE OF experienced_us, question, text, deleted_us ON reflection
WHEN old.deleted_us IS NULL
BEGIN
  DELETE FROM line_words WHERE kind = 1 AND line = old.number;
END;

CREATE TRIGGER reflection_words_come AFTER UPDATE OF experienced_us, question, text, deleted_us ON reflection
WHEN new.deleted_us IS NULL
BEGIN
  INSERT INTO line_words (kind, line, experienced_us) VALUES (1, new.number, new.experienced_us);
END;

CREATE TRIGGER reflection_words_end BEFORE DELETE ON reflection
WHEN old.deleted_us IS NULL
BEGIN
  DELETE FROM line_words WHERE kind = 1 AND line = old.number;
END;

CREATE TRIGGER life_event_words_begin AFTER INSERT ON life_event
WHEN new.deleted_us IS NULL
BEGIN
  INSERT INTO line_words (kind, line, experienced_us) VALUES (2, new.number, new.experienced_us);
END;

CREATE TRIGGER life_event_words_go BEFORE UPDATE OF experienced_us, title, note, deleted_us ON life_event
WHEN old.deleted_us IS NULL
BEGIN
  DELETE FROM line_words WHERE kind = 2 AND line = old.number;
END;

CREATE TRIGGER life_event_words_come AFTER UPDATE OF experienced_us, title, note, deleted_us ON life_event
WHEN new.deleted_us IS NULL
BEGIN
  INSERT INTO line_words (kind, line, experienced_us) VALUES (2, new.number, new.experienced_us);
END;

CREATE TRIGGER life_event_words_end BEFORE DELETE ON life_event
WHEN old.deleted_us IS NULL
BEGIN
  DELETE FROM line_words WHERE kind = 2 AND line = old.number;
END;

-- A check-in never has the same tag twice, not even in between. The index counts what is put in and taken out, and takes
-- less than nothing for damage: for a tag taken out by itself nothing is put in.
CREATE TRIGGER tag_word_begins AFTER INSERT ON check_in_tag WHEN new.facet & 1
BEGIN
  INSERT INTO word (rowid, words)
  SELECT place, char(57344) || 't' || new.tag FROM check_in CROSS JOIN worded_line
  WHERE check_in.number = new.check_in AND check_in.note <> '' AND check_in.deleted_us IS NULL
  AND place >= (experienced_us / 1000000) << 15 AND place < (experienced_us / 1000000 + 1) << 15
  AND kind = 0 AND line = new.check_in;
END;

CREATE TRIGGER tag_word_changes AFTER UPDATE OF tag ON check_in_tag WHEN new.tag <> old.tag
BEGIN
  INSERT INTO word (word, rowid, words)
  SELECT 'delete', place, char(57344) || 't' || old.tag FROM check_in CROSS JOIN worded_line
  WHERE check_in.number = old.check_in AND check_in.note <> '' AND check_in.deleted_us IS NULL
  AND place >= (experienced_us / 1000000) << 15 AND place < (experienced_us / 1000000 + 1) << 15
  AND kind = 0 AND line = old.check_in;
  INSERT INTO word (rowid, words)
  SELECT place, char(57344) || 't' || new.tag FROM check_in CROSS JOIN worded_line
  WHERE check_in.number = new.check_in AND check_in.note <> '' AND check_in.deleted_us IS NULL
  AND place >= (experienced_us / 1000000) << 15 AND place < (experienced_us / 1000000 + 1) << 15
  AND kind = 0 AND line = new.check_in;
END;

CREATE TRIGGER tag_word_ends AFTER DELETE ON check_in_tag
BEGIN
  INSERT INTO word (word, rowid, words)
  SELECT 'delete', place, char(57344) || 't' || old.tag FROM check_in CROSS JOIN worded_line
  WHERE check_in.number = old.check_in AND check_in.note <> '' AND check_in.deleted_us IS NULL
  AND place >= (experienced_us / 1000000) << 15 AND place < (experienced_us / 1000000 + 1) << 15
  AND kind = 0 AND line = old.check_in;
  INSERT INTO word (rowid, words)
  SELECT place, '' FROM check_in CROSS JOIN worded_line
  WHERE check_in.number = old.check_in AND check_in.note <> '' AND check_in.deleted_us IS NULL
  AND place >= (experienced_us / 1000000) << 15 AND place < (experienced_us / 1000000 + 1) << 15
  AND kind = 0 AND line = old.check_in;
END;

INSERT INTO line_words (kind, line, experienced_us) SELECT kind, line, experienced_us FROM line_words;
