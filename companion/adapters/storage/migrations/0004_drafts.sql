-- A half-filled check-in keeps how it was answered so far; and days can be counted anew while things are noted.

-- The first value touched, with what, and how long the form was answered before it was left.
ALTER TABLE draft ADD COLUMN first_touch INTEGER;

ALTER TABLE draft ADD COLUMN method TEXT;

ALTER TABLE draft ADD COLUMN took_us INTEGER;

-- Each summary says by which beginning of the day it was counted; in force are those of fact day_start.
CREATE TABLE counted_day (
  day_start TEXT NOT NULL,
  day TEXT NOT NULL,
  import_number INTEGER NOT NULL,
  check_ins INTEGER NOT NULL,
  scheduled INTEGER NOT NULL,
  above INTEGER NOT NULL,
  inside INTEGER NOT NULL,
  below INTEGER NOT NULL,
  mixed INTEGER NOT NULL,
  unsure INTEGER NOT NULL,
  unlabelled INTEGER NOT NULL,
  arousal TEXT NOT NULL,
  PRIMARY KEY (day_start, day, import_number)
) STRICT, WITHOUT ROWID;

INSERT INTO counted_day
SELECT fact.value, day_summary.* FROM day_summary JOIN fact ON fact.name = 'day_start';

DROP TABLE day_summary;

ALTER TABLE counted_day RENAME TO day_summary;

CREATE INDEX day_summary_totals ON day_summary (day_start, import_number, check_ins);

-- Days, as they are in force, on which something changed since fact day_start_to_come was set: they are counted again.
CREATE TABLE changed_day (
  day TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;

-- The day follows from the time and the beginning of the day, which may move.
ALTER TABLE check_in DROP COLUMN local_day;
