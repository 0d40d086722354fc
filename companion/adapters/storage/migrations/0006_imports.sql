-- Imports: the row of another program's file as it stood there, and imports that the person takes out again.

-- Only of files of other programs.
CREATE TABLE import_source (
  check_in INTEGER PRIMARY KEY REFERENCES check_in (number) ON DELETE CASCADE,
  content TEXT NOT NULL
) STRICT;

-- Set together with is_complete = 0: what the person takes out is wiped, what was never complete only struck out.
ALTER TABLE import_batch ADD COLUMN is_taken_out INTEGER NOT NULL DEFAULT 0 CHECK (is_taken_out IN (0, 1));
