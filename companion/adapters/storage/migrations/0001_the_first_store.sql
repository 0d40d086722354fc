-- The first store. Times are UTC in whole microseconds since 1970 (…_us) with the offset in seconds and the zone's name.

CREATE TABLE fact (
  name TEXT PRIMARY KEY,
  value ANY NOT NULL
) STRICT, WITHOUT ROWID;

-- An import is invisible until is_complete is set: one statement, however many check-ins it brings.
CREATE TABLE import_batch (
  number INTEGER PRIMARY KEY CHECK (number > 0),
  id TEXT NOT NULL UNIQUE,
  source TEXT NOT NULL,
  first_check_in INTEGER NOT NULL,
  is_complete INTEGER NOT NULL DEFAULT 0 CHECK (is_complete IN (0, 1)),
  created_us INTEGER NOT NULL,
  updated_us INTEGER NOT NULL
) STRICT;

CREATE INDEX import_batch_unfinished ON import_batch (number) WHERE is_complete = 0;

-- import_number is 0 for the person's own check-ins; local_day is the person's day, which starts at fact day_start.
CREATE TABLE check_in (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  experienced_us INTEGER NOT NULL,
  experienced_offset INTEGER NOT NULL,
  experienced_zone TEXT,
  created_us INTEGER NOT NULL,
  created_offset INTEGER NOT NULL,
  created_zone TEXT,
  arousal INTEGER CHECK (arousal BETWEEN 0 AND 100),
  zone TEXT CHECK (zone IN ('above', 'inside', 'below', 'mixed', 'unsure')),
  pleasantness INTEGER CHECK (pleasantness BETWEEN 0 AND 100),
  origin TEXT NOT NULL,
  prompt_id TEXT,
  note TEXT NOT NULL DEFAULT '',
  window_id TEXT,
  took_us INTEGER,
  first_touch INTEGER,
  method TEXT,
  app_version TEXT NOT NULL DEFAULT '',
  local_day TEXT NOT NULL,
  import_number INTEGER NOT NULL DEFAULT 0,
  import_key TEXT,
  updated_us INTEGER NOT NULL,
  deleted_us INTEGER
) STRICT;

CREATE INDEX check_in_by_time ON check_in (experienced_us, import_number) WHERE deleted_us IS NULL;

CREATE INDEX check_in_by_noting ON check_in (created_us) WHERE deleted_us IS NULL AND import_number = 0;

-- The time comes first so that an import in time order touches neighbouring pages.
CREATE UNIQUE INDEX check_in_imported_once ON check_in (experienced_us, import_key) WHERE import_key IS NOT NULL;

CREATE TABLE tag (
  number INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  created_us INTEGER NOT NULL
) STRICT;

CREATE TABLE check_in_tag (
  check_in INTEGER NOT NULL REFERENCES check_in (number) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  tag INTEGER NOT NULL REFERENCES tag (number),
  PRIMARY KEY (check_in, position)
) STRICT, WITHOUT ROWID;

-- Kept in the same transaction as every change of check_in; arousal is "value count value count", values ascending.
CREATE TABLE day_summary (
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
  PRIMARY KEY (day, import_number)
) STRICT, WITHOUT ROWID;

CREATE INDEX day_summary_totals ON day_summary (import_number, check_ins);

CREATE TABLE window_version (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  lower INTEGER NOT NULL,
  upper INTEGER NOT NULL,
  since_us INTEGER NOT NULL,
  since_offset INTEGER NOT NULL,
  since_zone TEXT,
  source TEXT NOT NULL,
  CHECK (0 <= lower AND lower < upper AND upper <= 100)
) STRICT;

CREATE INDEX window_version_by_time ON window_version (since_us);

INSERT INTO window_version (id, lower, upper, since_us, since_offset, source)
VALUES ('00000000-0000-7000-8000-000000000000', 30, 70, 0, 0, 'starting_guess');

CREATE TABLE reminder (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  rule TEXT NOT NULL,
  purpose TEXT NOT NULL,
  is_on INTEGER NOT NULL CHECK (is_on IN (0, 1)),
  expiry_us INTEGER NOT NULL,
  created_us INTEGER NOT NULL,
  created_offset INTEGER NOT NULL,
  created_zone TEXT,
  changed_us INTEGER NOT NULL,
  changed_offset INTEGER NOT NULL,
  changed_zone TEXT,
  updated_us INTEGER NOT NULL,
  deleted_us INTEGER
) STRICT;

CREATE TABLE prompt (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  reminder_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  purpose TEXT NOT NULL,
  day TEXT NOT NULL,
  slot INTEGER NOT NULL,
  at_us INTEGER NOT NULL,
  at_offset INTEGER NOT NULL,
  at_zone TEXT,
  block_start_us INTEGER NOT NULL,
  block_start_offset INTEGER NOT NULL,
  block_start_zone TEXT,
  block_end_us INTEGER NOT NULL,
  block_end_offset INTEGER NOT NULL,
  block_end_zone TEXT,
  expiry_minutes INTEGER NOT NULL
) STRICT;

CREATE INDEX prompt_by_day ON prompt (day);

CREATE INDEX prompt_by_time ON prompt (at_us);

CREATE TABLE ledger (
  number INTEGER PRIMARY KEY,
  prompt_id TEXT NOT NULL REFERENCES prompt (id),
  state TEXT NOT NULL,
  reason TEXT,
  at_us INTEGER NOT NULL,
  at_offset INTEGER NOT NULL,
  at_zone TEXT,
  CHECK ((reason IS NOT NULL) <= (state = 'suppressed'))
) STRICT;

CREATE INDEX ledger_by_prompt ON ledger (prompt_id);

CREATE INDEX ledger_shown ON ledger (at_us) WHERE state = 'shown';

CREATE UNIQUE INDEX ledger_one_end ON ledger (prompt_id)
WHERE state IN ('answered', 'declined', 'expired', 'suppressed', 'asleep', 'replaced');

-- Which prompts have no final state yet, so that nobody has to look through years of them.
CREATE TABLE unfinished_prompt (
  prompt_id TEXT PRIMARY KEY REFERENCES prompt (id)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER prompt_begins AFTER INSERT ON prompt
BEGIN
  INSERT INTO unfinished_prompt (prompt_id) VALUES (new.id);
END;

CREATE TRIGGER prompt_ends AFTER INSERT ON ledger
WHEN new.state IN ('answered', 'declined', 'expired', 'suppressed', 'asleep', 'replaced')
BEGIN
  DELETE FROM unfinished_prompt WHERE prompt_id = new.prompt_id;
END;

CREATE TRIGGER ledger_is_never_changed BEFORE UPDATE ON ledger
BEGIN
  SELECT raise(ABORT, 'the ledger is append-only');
END;

CREATE TRIGGER ledger_is_never_shortened BEFORE DELETE ON ledger
BEGIN
  SELECT raise(ABORT, 'the ledger is append-only');
END;

CREATE TRIGGER prompt_is_never_changed BEFORE UPDATE ON prompt
BEGIN
  SELECT raise(ABORT, 'the ledger is append-only');
END;

CREATE TRIGGER prompt_is_never_removed BEFORE DELETE ON prompt
BEGIN
  SELECT raise(ABORT, 'the ledger is append-only');
END;

CREATE TABLE planned_day (
  day TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;

CREATE TABLE pause (
  number INTEGER PRIMARY KEY CHECK (number = 1),
  since_us INTEGER NOT NULL,
  since_offset INTEGER NOT NULL,
  since_zone TEXT,
  until_us INTEGER NOT NULL,
  until_offset INTEGER NOT NULL,
  until_zone TEXT
) STRICT;

CREATE TABLE draft (
  number INTEGER PRIMARY KEY CHECK (number = 1),
  begun_us INTEGER NOT NULL,
  begun_offset INTEGER NOT NULL,
  begun_zone TEXT,
  arousal INTEGER,
  zone TEXT,
  note TEXT NOT NULL,
  experienced_us INTEGER,
  experienced_offset INTEGER,
  experienced_zone TEXT
) STRICT;
