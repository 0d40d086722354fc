-- The triangle: once in a while a position and a line of words for mind, body and relationships.

-- A position is NULL where its line was not touched.
CREATE TABLE triangle (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  experienced_us INTEGER NOT NULL,
  experienced_offset INTEGER NOT NULL,
  experienced_zone TEXT,
  created_us INTEGER NOT NULL,
  created_offset INTEGER NOT NULL,
  created_zone TEXT,
  mind INTEGER CHECK (mind BETWEEN 0 AND 100),
  body INTEGER CHECK (body BETWEEN 0 AND 100),
  relationships INTEGER CHECK (relationships BETWEEN 0 AND 100),
  mind_words TEXT NOT NULL,
  body_words TEXT NOT NULL,
  relationships_words TEXT NOT NULL,
  local_day TEXT NOT NULL,
  updated_us INTEGER NOT NULL,
  deleted_us INTEGER
) STRICT;

CREATE INDEX triangle_by_time ON triangle (experienced_us) WHERE deleted_us IS NULL;

-- What they said before each correction, as JSON of the fields that changed; noted is the number of the corrected one.
CREATE TABLE triangle_version (
  number INTEGER PRIMARY KEY,
  noted INTEGER NOT NULL REFERENCES triangle (number) ON DELETE CASCADE,
  replaced_us INTEGER NOT NULL,
  replaced_offset INTEGER NOT NULL,
  replaced_zone TEXT,
  before TEXT NOT NULL
) STRICT;

CREATE INDEX triangle_version_by_triangle ON triangle_version (noted);

-- The words of lines as before, and those of triangles: kind 6. A triangle need not have any.
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
FROM repair WHERE deleted_us IS NULL AND happened || them || helped <> ''
UNION ALL
SELECT 6, number, experienced_us,
replace(mind_words || ' ' || body_words || ' ' || relationships_words, char(57344), ' ') || ' ' || char(57344) || 'k6'
FROM triangle WHERE deleted_us IS NULL AND mind_words || body_words || relationships_words <> '';

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

CREATE TRIGGER triangle_words_begin AFTER INSERT ON triangle
WHEN new.mind_words || new.body_words || new.relationships_words <> '' AND new.deleted_us IS NULL
BEGIN
  INSERT INTO line_words (kind, line, experienced_us) VALUES (6, new.number, new.experienced_us);
END;

CREATE TRIGGER triangle_words_go BEFORE UPDATE OF experienced_us, mind_words, body_words, relationships_words, deleted_us
ON triangle
WHEN old.mind_words || old.body_words || old.relationships_words <> '' AND old.deleted_us IS NULL
BEGIN
  DELETE FROM line_words WHERE kind = 6 AND line = old.number;
END;

CREATE TRIGGER triangle_words_come AFTER UPDATE OF experienced_us, mind_words, body_words, relationships_words, deleted_us
ON triangle
WHEN new.mind_words || new.body_words || new.relationships_words <> '' AND new.deleted_us IS NULL
BEGIN
  INSERT INTO line_words (kind, line, experienced_us) VALUES (6, new.number, new.experienced_us);
END;

CREATE TRIGGER triangle_words_end BEFORE DELETE ON triangle
WHEN old.mind_words || old.body_words || old.relationships_words <> '' AND old.deleted_us IS NULL
BEGIN
  DELETE FROM line_words WHERE kind = 6 AND line = old.number;
END;
