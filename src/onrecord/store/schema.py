"""The tables of a record, as SQL, in the order in which they are made.

Invariant: what a reading says is kept whole in ``readings.packed``; all other tables of findings
are made from it and can be made again. They hold what the newest reading of each article says.
"""

PAGES = """
CREATE TABLE stamps (
  id TEXT PRIMARY KEY,
  onrecord TEXT NOT NULL, encoder TEXT NOT NULL, language TEXT NOT NULL, settings TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE articles (
  id TEXT PRIMARY KEY,
  url TEXT NOT NULL, outlet TEXT NOT NULL, title TEXT NOT NULL, language TEXT NOT NULL,
  published TEXT, place TEXT NOT NULL, added TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX articles_by_url ON articles (url);
CREATE INDEX articles_by_day ON articles (published);
CREATE INDEX articles_by_outlet ON articles (outlet);
CREATE TABLE authors (
  article TEXT NOT NULL, name TEXT NOT NULL, PRIMARY KEY (article, name)
) WITHOUT ROWID;
CREATE TABLE readings (
  id INTEGER PRIMARY KEY,
  article TEXT NOT NULL REFERENCES articles, stamp TEXT NOT NULL REFERENCES stamps,
  current INTEGER NOT NULL, added TEXT NOT NULL, packed BLOB NOT NULL,
  UNIQUE (article, stamp)
);
CREATE INDEX readings_by_stamp ON readings (stamp);
CREATE TABLE pages (
  digest TEXT PRIMARY KEY,
  url TEXT NOT NULL, place TEXT NOT NULL, media_type TEXT NOT NULL, fetched TEXT,
  added TEXT NOT NULL, current INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX pages_by_reading ON pages (current);
CREATE TABLE page_readings (
  digest TEXT NOT NULL, stamp TEXT NOT NULL, reading INTEGER NOT NULL,
  PRIMARY KEY (digest, stamp)
) WITHOUT ROWID;
CREATE INDEX page_readings_by_reading ON page_readings (reading);
"""

FINDINGS = """
CREATE TABLE sources (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL, kind TEXT NOT NULL, unnamed INTEGER NOT NULL, name TEXT NOT NULL,
  UNIQUE (key, kind, unnamed)
);
CREATE TABLE statements (
  id INTEGER PRIMARY KEY,
  reading INTEGER NOT NULL, article TEXT NOT NULL, finding TEXT NOT NULL,
  mode TEXT NOT NULL, stance TEXT NOT NULL, source INTEGER NOT NULL, unnamed INTEGER NOT NULL,
  relayed INTEGER NOT NULL, reasoned INTEGER NOT NULL,
  start INTEGER NOT NULL, stop INTEGER NOT NULL, score REAL NOT NULL, words TEXT NOT NULL,
  content TEXT NOT NULL, chain TEXT NOT NULL
);
CREATE INDEX statements_by_reading ON statements (reading);
CREATE INDEX statements_by_source ON statements (source);
CREATE INDEX statements_by_finding ON statements (finding);
CREATE INDEX statements_counted ON statements (article, source, unnamed, relayed, reasoned);
CREATE TABLE hands (
  statement INTEGER NOT NULL, position INTEGER NOT NULL, source INTEGER NOT NULL,
  how TEXT NOT NULL, justified INTEGER NOT NULL,
  PRIMARY KEY (statement, position)
) WITHOUT ROWID;
CREATE INDEX hands_by_source ON hands (source, statement);
CREATE TABLE entities (
  id INTEGER PRIMARY KEY,
  reading INTEGER NOT NULL, article TEXT NOT NULL, finding TEXT NOT NULL,
  key TEXT NOT NULL, name TEXT NOT NULL, kind TEXT NOT NULL, mentions INTEGER NOT NULL,
  resolved INTEGER NOT NULL
);
CREATE INDEX entities_by_reading ON entities (reading);
CREATE INDEX entities_by_key ON entities (key);
CREATE TABLE events (
  id INTEGER PRIMARY KEY,
  reading INTEGER NOT NULL, article TEXT NOT NULL, finding TEXT NOT NULL,
  type TEXT NOT NULL, quad INTEGER NOT NULL, factuality TEXT NOT NULL, within TEXT,
  earliest TEXT, latest TEXT, best TEXT, edtf TEXT NOT NULL, place TEXT NOT NULL,
  start INTEGER NOT NULL, stop INTEGER NOT NULL, words TEXT NOT NULL, passage INTEGER
);
CREATE INDEX events_by_reading ON events (reading, start);
CREATE INDEX events_by_day ON events (best);
CREATE INDEX events_by_passage ON events (passage, factuality);
CREATE TABLE participants (
  event INTEGER NOT NULL, position INTEGER NOT NULL, acts INTEGER NOT NULL,
  key TEXT NOT NULL, name TEXT NOT NULL,
  PRIMARY KEY (event, position)
) WITHOUT ROWID;
CREATE INDEX participants_by_key ON participants (key, event);
"""

MODES = """
CREATE INDEX statements_by_mode ON statements (
  mode, article, source, unnamed, relayed, reasoned, reading
);
"""

WORDS = """
CREATE TABLE passages (
  id INTEGER PRIMARY KEY, reading INTEGER NOT NULL, start INTEGER, stop INTEGER
);
CREATE INDEX passages_by_reading ON passages (reading);
CREATE VIRTUAL TABLE passage_words USING fts5(words, tokenize = 'porter unicode61');
CREATE VIRTUAL TABLE statement_words USING fts5(
  words, content = 'statements', content_rowid = 'id', tokenize = 'porter unicode61'
);
CREATE VIRTUAL TABLE source_words USING fts5(name, tokenize = 'unicode61');
CREATE TABLE vectors (
  reading INTEGER PRIMARY KEY, encoder TEXT NOT NULL, count INTEGER NOT NULL,
  spans BLOB NOT NULL, vectors BLOB NOT NULL
);
"""

JUDGEMENTS = """
CREATE TABLE copies (id TEXT PRIMARY KEY, packed TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE stories (
  id TEXT PRIMARY KEY, number INTEGER NOT NULL, earliest TEXT, latest TEXT,
  basis TEXT NOT NULL, traced INTEGER NOT NULL, packed TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE story_articles (
  article TEXT PRIMARY KEY, story TEXT NOT NULL, position INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX story_articles_by_story ON story_articles (story, position);
CREATE TABLE derivations (
  id INTEGER PRIMARY KEY, article TEXT NOT NULL, parent TEXT NOT NULL, kind TEXT NOT NULL,
  credited TEXT NOT NULL, packed TEXT NOT NULL
);
CREATE INDEX derivations_by_article ON derivations (article);
CREATE INDEX derivations_by_parent ON derivations (parent);
CREATE TABLE article_kinds (article TEXT PRIMARY KEY, kind TEXT NOT NULL);
CREATE TABLE circles (id INTEGER PRIMARY KEY, packed TEXT NOT NULL);
CREATE TABLE claims (
  id TEXT NOT NULL, story TEXT NOT NULL, text TEXT NOT NULL,
  least INTEGER NOT NULL, most INTEGER NOT NULL, asserting INTEGER NOT NULL,
  denying INTEGER NOT NULL, packed TEXT NOT NULL,
  PRIMARY KEY (id, story)
) WITHOUT ROWID;
CREATE INDEX claims_by_story ON claims (story);
CREATE TABLE timelines (
  story TEXT NOT NULL, position INTEGER NOT NULL, best TEXT, packed TEXT NOT NULL,
  PRIMARY KEY (story, position)
) WITHOUT ROWID;
CREATE TABLE timeline_people (
  key TEXT NOT NULL, story TEXT NOT NULL, position INTEGER NOT NULL, acts INTEGER NOT NULL,
  PRIMARY KEY (key, story, position, acts)
) WITHOUT ROWID;
CREATE INDEX timeline_people_by_entry ON timeline_people (story, position);
CREATE TABLE judged (reading INTEGER PRIMARY KEY);
"""

CORRECTIONS = """
CREATE TABLE corrections (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL, target TEXT NOT NULL, finding TEXT NOT NULL, article TEXT NOT NULL,
  original TEXT NOT NULL, corrected TEXT NOT NULL, who TEXT NOT NULL, made TEXT NOT NULL,
  note TEXT NOT NULL, withdrawn TEXT
);
CREATE INDEX corrections_by_finding ON corrections (finding);
CREATE INDEX corrections_by_article ON corrections (article);
"""

SHARDS = """
CREATE TABLE shards (
  name TEXT PRIMARY KEY,
  digest TEXT NOT NULL, lines INTEGER NOT NULL, done INTEGER NOT NULL, added TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE unread (
  shard TEXT NOT NULL, number INTEGER NOT NULL,
  place TEXT NOT NULL, stage TEXT NOT NULL, code TEXT NOT NULL, message TEXT NOT NULL,
  PRIMARY KEY (shard, number)
) WITHOUT ROWID;
"""
