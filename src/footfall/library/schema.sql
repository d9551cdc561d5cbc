-- A library as it is made today. What older ones lack is in migrations.py. docs/library.md says what each table holds.
-- Texts: times are ISO, UTC where nothing else is said. Records are those of codec.py.

CREATE TABLE athlete (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,      -- id of athlete.toml, else the folder
  own_id TEXT,                   -- what athlete.toml says; NULL = nothing
  name TEXT,
  birth_year INTEGER,
  body_mass_kg REAL,
  height_m REAL,
  timezone TEXT,                 -- IANA
  week_start INTEGER NOT NULL DEFAULT 0,  -- 0 = Monday
  share TEXT NOT NULL DEFAULT 'flags'
) STRICT;

-- What wrote a reading.
CREATE TABLE provenance (
  id INTEGER PRIMARY KEY,
  tool TEXT NOT NULL UNIQUE      -- footfall 1.2.3
) STRICT;

-- One content, read in one way: the same under two names is one.
CREATE TABLE reading (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,      -- digest of content, options and version of the readers
  sha256 TEXT NOT NULL,          -- of the bytes; blank where none could be read
  head BLOB NOT NULL,            -- record: everything but the recordings
  provenance INTEGER NOT NULL REFERENCES provenance (id),
  kept_at TEXT NOT NULL
) STRICT;
CREATE INDEX reading_provenance ON reading (provenance);

-- One run as one content has it. The large parts stand in tables of their own, so that comparing thousands of runs reads little.
CREATE TABLE recording (
  id INTEGER PRIMARY KEY,
  reading INTEGER NOT NULL REFERENCES reading (id) ON DELETE CASCADE,
  place INTEGER NOT NULL,        -- 0 = the first of its reading
  run_id TEXT NOT NULL,
  sighting BLOB NOT NULL,        -- record: when, how long, roughly where
  UNIQUE (reading, place)
) STRICT;
CREATE INDEX recording_run ON recording (reading, run_id);

CREATE TABLE measured (
  recording INTEGER PRIMARY KEY REFERENCES recording (id) ON DELETE CASCADE,
  data BLOB NOT NULL             -- record: bins, minutes, laps, totals
) STRICT;

-- Its numbers for one athlete.
CREATE TABLE expressed (
  recording INTEGER PRIMARY KEY REFERENCES recording (id) ON DELETE CASCADE,
  row_key TEXT NOT NULL,         -- digest of athlete, settings and versions
  row TEXT NOT NULL              -- JSON
) STRICT;

-- One file on the disk, or a URL, of one athlete.
CREATE TABLE file (
  id INTEGER PRIMARY KEY,
  athlete INTEGER NOT NULL REFERENCES athlete (id) ON DELETE CASCADE,
  path TEXT NOT NULL,
  request TEXT NOT NULL,         -- digest of how it was asked for
  size INTEGER NOT NULL,         -- bytes
  mtime_ns INTEGER NOT NULL,
  inode INTEGER NOT NULL,
  UNIQUE (athlete, path)
) STRICT;

-- The file itself, or one in the archive that it is.
CREATE TABLE item (
  file INTEGER NOT NULL REFERENCES file (id) ON DELETE CASCADE,
  place INTEGER NOT NULL,
  within TEXT NOT NULL,          -- blank for the file itself
  reading INTEGER REFERENCES reading (id),
  problem BLOB,                  -- record, where there is no reading
  reason TEXT,                   -- the problem's reason code
  size INTEGER,                  -- bytes; NULL = not known
  PRIMARY KEY (file, place),
  CHECK ((reading IS NULL) <> (problem IS NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX item_reading ON item (reading);
CREATE INDEX item_reason ON item (reason) WHERE reason IS NOT NULL;

-- What was made of several readings of one athlete.
CREATE TABLE merged (
  id INTEGER PRIMARY KEY,
  athlete INTEGER NOT NULL REFERENCES athlete (id) ON DELETE CASCADE,
  key TEXT NOT NULL,
  data BLOB NOT NULL,            -- record
  UNIQUE (key, athlete)
) STRICT;
CREATE INDEX merged_athlete ON merged (athlete);

-- All runs of one athlete, each once, as tables show them.
CREATE TABLE assembly (
  id INTEGER PRIMARY KEY,
  athlete INTEGER NOT NULL REFERENCES athlete (id) ON DELETE CASCADE,
  kind TEXT NOT NULL,            -- all, or batch = what the last batch spoke of
  digest TEXT NOT NULL,          -- of all that the rows rest on
  UNIQUE (athlete, kind)
) STRICT;

CREATE TABLE run (
  id INTEGER PRIMARY KEY,
  assembly INTEGER NOT NULL REFERENCES assembly (id) ON DELETE CASCADE,
  local_date TEXT NOT NULL,      -- on the runner's clock
  start TEXT NOT NULL,
  iso_week TEXT NOT NULL,        -- 2026-W46, of that day
  run_id TEXT NOT NULL,
  row TEXT NOT NULL              -- JSON
) STRICT;
CREATE INDEX run_day ON run (assembly, local_date, start);

CREATE TABLE calibration (
  athlete INTEGER PRIMARY KEY REFERENCES athlete (id) ON DELETE CASCADE,
  digest TEXT NOT NULL,
  data BLOB NOT NULL             -- record
) STRICT;

-- What the rules said of one athlete's runs and rows, the last few times that any of these had changed.
CREATE TABLE findings (
  id INTEGER PRIMARY KEY,
  athlete INTEGER NOT NULL REFERENCES athlete (id) ON DELETE CASCADE,
  key TEXT NOT NULL,             -- digest of all that the rules could see, and of the version of the rules
  data BLOB NOT NULL,            -- record
  UNIQUE (athlete, key)
) STRICT;

CREATE TABLE diary_file (
  id INTEGER PRIMARY KEY,
  athlete INTEGER NOT NULL REFERENCES athlete (id) ON DELETE CASCADE,
  path TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  data BLOB NOT NULL,            -- the file, byte for byte
  UNIQUE (athlete, path)
) STRICT;

CREATE TABLE diary_row (
  diary_file INTEGER NOT NULL REFERENCES diary_file (id) ON DELETE CASCADE,
  line INTEGER NOT NULL,
  day TEXT NOT NULL,
  row TEXT NOT NULL,             -- JSON
  PRIMARY KEY (diary_file, line)
) STRICT, WITHOUT ROWID;
CREATE INDEX diary_row_day ON diary_row (day);
