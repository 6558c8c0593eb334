-- The record: one SQLite file. Everything read is in `articles` and below it; everything linked is rebuilt by each build
-- from `events` on. docs/record.md says it in words. Offsets are code points into articles.text.

CREATE TABLE facts (                        -- versions, hashes and counts of this record
  name TEXT PRIMARY KEY, value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE pages (                        -- every page or line read, so that it isn't read again
  id TEXT NOT NULL, sha TEXT NOT NULL,      -- BLAKE2 of its bytes
  rules TEXT NOT NULL,                      -- version of the rules and lexicon that read it
  articles INTEGER NOT NULL,
  PRIMARY KEY (id, sha)
) STRICT, WITHOUT ROWID;

CREATE TABLE failures (                     -- pages that couldn't be read, and why
  page TEXT NOT NULL, sha TEXT NOT NULL, why TEXT NOT NULL,
  PRIMARY KEY (page, sha)
) STRICT, WITHOUT ROWID;

CREATE TABLE articles (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  given TEXT NOT NULL,                      -- the id asked for; another text under the same id gets a mark behind it
  sha TEXT NOT NULL,                        -- BLAKE2 of what was given
  source TEXT NOT NULL, source_sha TEXT NOT NULL,   -- the pages row it came from
  page TEXT, url TEXT, outlet TEXT, carrier TEXT,
  agencies TEXT NOT NULL,                   -- JSON list
  title TEXT, published TEXT, published_from TEXT, day TEXT,
  text TEXT NOT NULL,
  copy_of TEXT,                             -- the first article with the same text
  reading BLOB NOT NULL,                    -- the whole reading without its text (MessagePack, zlib)
  marks BLOB NOT NULL                       -- what linking compares it by (MessagePack, zlib)
) STRICT;
CREATE INDEX articles_given ON articles (given);
CREATE INDEX articles_source ON articles (source, source_sha);
CREATE INDEX articles_day ON articles (day);
CREATE INDEX articles_outlet ON articles (outlet, day);

CREATE VIRTUAL TABLE search USING fts5 (    -- rowid = articles.key; folded words (see mahdar.arabic.letters)
  title, body, content='', tokenize="unicode61 remove_diacritics 0", prefix='2 3'
);

CREATE TABLE mentions (                     -- words naming someone; [start, end)
  article INTEGER NOT NULL REFERENCES articles (key), entity TEXT NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL,
  form TEXT NOT NULL,
  PRIMARY KEY (article, entity, start)
) STRICT, WITHOUT ROWID;
CREATE INDEX mentions_entity ON mentions (entity);

CREATE TABLE reports (                      -- one article's account of an act
  article INTEGER NOT NULL REFERENCES articles (key), id TEXT NOT NULL, act TEXT NOT NULL, mode TEXT, status TEXT NOT NULL, detail TEXT,
  date TEXT, date_from TEXT, place TEXT, salience TEXT NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL, anchor TEXT NOT NULL,
  PRIMARY KEY (article, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE statements (                   -- what was said
  article INTEGER NOT NULL REFERENCES articles (key), id TEXT NOT NULL, kind TEXT NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL,
  channel TEXT, verb TEXT,
  speakers TEXT NOT NULL, via TEXT NOT NULL,        -- JSON lists of entity ids
  PRIMARY KEY (article, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE speakers (
  entity TEXT NOT NULL, article INTEGER NOT NULL, statement TEXT NOT NULL,
  PRIMARY KEY (entity, article, statement)
) STRICT, WITHOUT ROWID;

-- linked ---------------------------------------------------------------------------------------------------------------

CREATE TABLE events (
  key INTEGER PRIMARY KEY,                  -- its place in the timeline; used inside the file only
  id TEXT NOT NULL UNIQUE,
  act TEXT NOT NULL, mode TEXT, status TEXT NOT NULL, detail TEXT, contested INTEGER NOT NULL,
  date TEXT, "precision" TEXT, first_day INTEGER, last_day INTEGER,     -- day numbers (0001-01-01 is 1), for ranges
  not_after TEXT, month TEXT NOT NULL, place TEXT, place_country TEXT,
  countries TEXT NOT NULL,                  -- those of its actors and recipients, each once, in order
  articles INTEGER NOT NULL, independent_sources INTEGER NOT NULL,
  salience TEXT NOT NULL, protocol INTEGER NOT NULL, reviewed INTEGER NOT NULL,
  ahead INTEGER NOT NULL, called_off INTEGER NOT NULL,                  -- was it ever a promise or plan, ever called off?
  sentence_en TEXT NOT NULL, sentence_ar TEXT NOT NULL,
  body BLOB NOT NULL                        -- the event as JSON (CONTRACT, zlib), without what the articles of its evidence say
) STRICT;
CREATE INDEX events_scan ON events (        -- all that filters and counts ask, so that they never touch the bodies
  month, status, act, mode, salience, protocol, independent_sources, reviewed, ahead, called_off, first_day, last_day, place, place_country,
  countries, date
);

CREATE TABLE event_parties (
  event TEXT NOT NULL, role TEXT NOT NULL,  -- actor, recipient, about, source, host, mediator …
  entity TEXT NOT NULL, country TEXT,
  key INTEGER NOT NULL,                     -- the event's
  PRIMARY KEY (event, role, entity)
) STRICT, WITHOUT ROWID;
CREATE INDEX event_parties_entity ON event_parties (entity, role, key);

CREATE TABLE event_countries (              -- the countries of its actors and recipients, each once
  country TEXT NOT NULL, event INTEGER NOT NULL,    -- the event's key
  PRIMARY KEY (country, event)
) STRICT, WITHOUT ROWID;

CREATE TABLE event_articles (               -- the articles that tell of it, by their keys
  article INTEGER NOT NULL, event INTEGER NOT NULL,
  PRIMARY KEY (article, event)
) STRICT, WITHOUT ROWID;

CREATE TABLE event_reports (
  article TEXT NOT NULL, report TEXT NOT NULL, event TEXT NOT NULL,
  item TEXT NOT NULL,                       -- the report's own lasting id: the event's, were it its first report
  PRIMARY KEY (article, report)
) STRICT, WITHOUT ROWID;
CREATE INDEX event_reports_event ON event_reports (event);

CREATE TABLE evidence (                     -- the words an event was read from
  event TEXT NOT NULL, article TEXT NOT NULL, report TEXT NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL,
  PRIMARY KEY (event, article, report)
) STRICT, WITHOUT ROWID;

CREATE TABLE disagreements (
  event TEXT NOT NULL, field TEXT NOT NULL, kind TEXT NOT NULL, value TEXT NOT NULL, articles TEXT NOT NULL,   -- JSON list
  PRIMARY KEY (event, field, value)
) STRICT, WITHOUT ROWID;

CREATE TABLE threads (
  event TEXT NOT NULL, relation TEXT NOT NULL, other TEXT NOT NULL, why TEXT NOT NULL,
  PRIMARY KEY (event, relation, other)
) STRICT, WITHOUT ROWID;

CREATE TABLE promises (                     -- what became of promises, plans and threats
  event INTEGER PRIMARY KEY,                -- the event's key
  state TEXT NOT NULL,                      -- open, overdue, carried out, called off, overtaken
  by TEXT NOT NULL,                         -- JSON list: the events that carried it out, called it off or took its place
  until TEXT,                               -- the day it is for
  holds TEXT NOT NULL                       -- what the record has for its time, in words
) STRICT;

CREATE TABLE entities (
  id TEXT PRIMARY KEY, kind TEXT NOT NULL, name TEXT NOT NULL, name_ar TEXT, wikidata TEXT, country TEXT, sector TEXT, office TEXT,
  articles INTEGER NOT NULL, events INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE spellings (                    -- every name an entity is called by, folded for look-up
  folded TEXT NOT NULL, entity TEXT NOT NULL, spelling TEXT NOT NULL,
  PRIMARY KEY (folded, entity, spelling)
) STRICT, WITHOUT ROWID;
CREATE INDEX spellings_entity ON spellings (entity);

CREATE TABLE aliases (                      -- ids that ever existed and what they stand for now
  id TEXT PRIMARY KEY, stands_for TEXT NOT NULL, kind TEXT NOT NULL        -- event, entity
) STRICT, WITHOUT ROWID;

-- kept over builds -----------------------------------------------------------------------------------------------------

CREATE TABLE builds (
  id INTEGER PRIMARY KEY, pages INTEGER NOT NULL, articles INTEGER NOT NULL, events INTEGER NOT NULL,
  new INTEGER NOT NULL, changed INTEGER NOT NULL, withdrawn INTEGER NOT NULL, rules TEXT NOT NULL
) STRICT;

CREATE TABLE changes (
  build INTEGER NOT NULL, event TEXT NOT NULL, kind TEXT NOT NULL,         -- new, changed, withdrawn, passed
  what TEXT NOT NULL,
  PRIMARY KEY (build, event)
) STRICT, WITHOUT ROWID;

CREATE TABLE rulings (                      -- what people decided; append-only
  id TEXT PRIMARY KEY, kind TEXT NOT NULL, target TEXT NOT NULL, what TEXT NOT NULL,   -- JSON
  who TEXT NOT NULL, day TEXT NOT NULL, reason TEXT NOT NULL, number INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- views for people with a database browser -----------------------------------------------------------------------------

CREATE VIEW timeline AS
  SELECT date, "precision", status, act, mode, sentence_en AS sentence, sentence_ar, articles, independent_sources, contested, id
  FROM events ORDER BY key;

CREATE VIEW quotations AS
  SELECT a.day, s.entity AS speaker, t.kind, t.channel, substr(a.text, t.start + 1, t."end" - t.start) AS words, a.outlet, a.url, a.id AS article
  FROM speakers s JOIN statements t ON t.article = s.article AND t.id = s.statement JOIN articles a ON a.key = s.article;

CREATE VIEW coverage AS
  SELECT coalesce(outlet, '') AS outlet, substr(day, 1, 7) AS month, count(*) AS articles FROM articles GROUP BY 1, 2;
