-- Reminders that keep their promise: in what manner they ask, when it is quiet, and why a prompt was held back.

-- It asks only if nothing was noted for that long.
ALTER TABLE reminder ADD COLUMN silence_us INTEGER;

ALTER TABLE prompt ADD COLUMN silence_minutes INTEGER;

ALTER TABLE pause ADD COLUMN kind TEXT NOT NULL DEFAULT 'pause';

-- Ranges as JSON: [start, end, [weekday, …]], in minutes after midnight and from 0, Monday.
CREATE TABLE quiet_hours (
  number INTEGER PRIMARY KEY CHECK (number = 1),
  ranges TEXT NOT NULL,
  updated_us INTEGER NOT NULL
) STRICT;

-- What the person was asked about their reminders, and how they answered.
CREATE TABLE question (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  asked_us INTEGER NOT NULL,
  asked_offset INTEGER NOT NULL,
  asked_zone TEXT,
  choice TEXT NOT NULL
) STRICT;

-- The ledger as before, but a prompt that is due may have the reason for which it was held back.
CREATE TABLE ledger_with_reasons (
  number INTEGER PRIMARY KEY,
  prompt_id TEXT NOT NULL REFERENCES prompt (id),
  state TEXT NOT NULL,
  reason TEXT,
  at_us INTEGER NOT NULL,
  at_offset INTEGER NOT NULL,
  at_zone TEXT,
  CHECK ((reason IS NOT NULL) <= (state IN ('due', 'suppressed')))
) STRICT;

INSERT INTO ledger_with_reasons (number, prompt_id, state, reason, at_us, at_offset, at_zone)
SELECT number, prompt_id, state, reason, at_us, at_offset, at_zone FROM ledger;

DROP TABLE ledger;

ALTER TABLE ledger_with_reasons RENAME TO ledger;

CREATE INDEX ledger_by_prompt ON ledger (prompt_id);

CREATE INDEX ledger_shown ON ledger (at_us) WHERE state = 'shown';

CREATE UNIQUE INDEX ledger_one_end ON ledger (prompt_id)
WHERE state IN ('answered', 'declined', 'expired', 'suppressed', 'asleep', 'replaced');

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
