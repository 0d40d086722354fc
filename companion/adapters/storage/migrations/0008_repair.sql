-- Repairs: what happened between two people, where each was, what helped or could; and the one not saved yet. And
-- reflections know the check-in that they are about.

-- Its id; it may be gone since. What waits from an import that broke off gets it too, before its last three values.
ALTER TABLE reflection ADD COLUMN check_in TEXT;

UPDATE import_waiting SET content = json_set(
  content, '$[10]', NULL, '$[11]', json_extract(content, '$[10]'), '$[12]', json_extract(content, '$[11]'),
  '$[13]', json(json_extract(content, '$[12]'))
) WHERE kind = 'reflections';

-- arousal and zone: where the person was; them: where the other may have been; check_in: the id of the check-in it grew
-- from, which may be gone since.
CREATE TABLE repair (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  experienced_us INTEGER NOT NULL,
  experienced_offset INTEGER NOT NULL,
  experienced_zone TEXT,
  created_us INTEGER NOT NULL,
  created_offset INTEGER NOT NULL,
  created_zone TEXT,
  happened TEXT NOT NULL,
  arousal INTEGER CHECK (arousal BETWEEN 0 AND 100),
  zone TEXT CHECK (zone IN ('above', 'inside', 'below', 'mixed', 'unsure')),
  them TEXT NOT NULL,
  helped TEXT NOT NULL,
  check_in TEXT,
  local_day TEXT NOT NULL,
  updated_us INTEGER NOT NULL,
  deleted_us INTEGER
) STRICT;

CREATE INDEX repair_by_time ON repair (experienced_us) WHERE deleted_us IS NULL;

-- What they said before each correction, as JSON of the fields that changed; noted is the number of the corrected one.
CREATE TABLE repair_version (
  number INTEGER PRIMARY KEY,
  noted INTEGER NOT NULL REFERENCES repair (number) ON DELETE CASCADE,
  replaced_us INTEGER NOT NULL,
  replaced_offset INTEGER NOT NULL,
  replaced_zone TEXT,
  before TEXT NOT NULL
) STRICT;

CREATE INDEX repair_version_by_repair ON repair_version (noted);

CREATE TABLE repair_draft (
  number INTEGER PRIMARY KEY CHECK (number = 1),
  begun_us INTEGER NOT NULL,
  begun_offset INTEGER NOT NULL,
  begun_zone TEXT,
  experienced_us INTEGER,
  experienced_offset INTEGER,
  experienced_zone TEXT,
  happened TEXT NOT NULL,
  arousal INTEGER,
  zone TEXT,
  them TEXT NOT NULL,
  helped TEXT NOT NULL,
  check_in TEXT
) STRICT;

-- The words of lines as before, and those of repairs: kind 5. A repair need not have any.
DROP VIEW line_words;

CREATE VIEW line_words (kind, line, experienced_us, words) AS
SELECT 0, number, experienced_us, replace(note, char(57344), ' ') || ' ' || char(57344) || 'f' || facet || coalesce(
  (SELECT group_concat(' ' || char(57344) || 't' || tag, '') FROM check_in_tag WHERE check_in = number), ''
) FROM check_in WHERE deleted_us IS NULL AND note <> ''
UNION ALL
SELECT 1, number, experienced_us, replace(question || ' ' || text, char(57344), ' ') || ' ' || char(57344) || 'k1'
FROM reflection WHERE deleted_us IS NULL
UNION ALL
SELECT 2, number, experienced_us, replace(title || ' ' || note, char(57344), ' ') || ' ' || char(57344) || 'k2'
FROM life_event WHERE deleted_us IS NULL
UNION ALL
SELECT 5, number, experienced_us,
replace(happened || ' ' || them || ' ' || helped, char(57344), ' ') || ' ' || char(57344) || 'k5'
FROM repair WHERE deleted_us IS NULL AND happened || them || helped <> '';

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

CREATE TRIGGER repair_words_begin AFTER INSERT ON repair
WHEN new.happened || new.them || new.helped <> '' AND new.deleted_us IS NULL
BEGIN
  INSERT INTO line_words (kind, line, experienced_us) VALUES (5, new.number, new.experienced_us);
END;

CREATE TRIGGER repair_words_go BEFORE UPDATE OF experienced_us, happened, them, helped, deleted_us ON repair
WHEN old.happened || old.them || old.helped <> '' AND old.deleted_us IS NULL
BEGIN
  DELETE FROM line_words WHERE kind = 5 AND line = old.number;
END;

CREATE TRIGGER repair_words_come AFTER UPDATE OF experienced_us, happened, them, helped, deleted_us ON repair
WHEN new.happened || new.them || new.helped <> '' AND new.deleted_us IS NULL
BEGIN
  INSERT INTO line_words (kind, line, experienced_us) VALUES (5, new.number, new.experienced_us);
END;

CREATE TRIGGER repair_words_end BEFORE DELETE ON repair
WHEN old.happened || old.them || old.helped <> '' AND old.deleted_us IS NULL
BEGIN
  DELETE FROM line_words WHERE kind = 5 AND line = old.number;
END;
