-- People, places and services to turn to; and whether keeping the notebook helps.

-- reach: a number or an address; checked_on: the date on which the person checked it; place: their order within a kind.
CREATE TABLE support_contact (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  created_us INTEGER NOT NULL,
  created_offset INTEGER NOT NULL,
  created_zone TEXT,
  kind TEXT NOT NULL CHECK (kind IN ('place', 'person', 'service')),
  name TEXT NOT NULL,
  reach TEXT NOT NULL DEFAULT '',
  message TEXT NOT NULL DEFAULT '',
  is_near INTEGER NOT NULL CHECK (is_near IN (0, 1)),
  checked_on TEXT,
  when_locked INTEGER NOT NULL CHECK (when_locked IN (0, 1)),
  place INTEGER NOT NULL,
  updated_us INTEGER NOT NULL,
  deleted_us INTEGER
) STRICT;

-- Whether keeping the notebook helps, as it was asked and answered.
CREATE TABLE helping (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  asked_us INTEGER NOT NULL,
  asked_offset INTEGER NOT NULL,
  asked_zone TEXT,
  answer TEXT NOT NULL CHECK (answer IN ('helping', 'neutral', 'heavier', 'not_now'))
) STRICT;
