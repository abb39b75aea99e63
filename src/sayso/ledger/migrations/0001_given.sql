-- Raw bytes, the custody log, and what makes given things unique.
CREATE TABLE raws (seq INTEGER PRIMARY KEY AUTOINCREMENT, sha256 TEXT NOT NULL UNIQUE, size INTEGER NOT NULL, data BLOB NOT NULL);
CREATE UNIQUE INDEX documents_by_id ON documents (id);
CREATE UNIQUE INDEX documents_by_name ON documents (name);
CREATE TABLE additions (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  origin TEXT NOT NULL,
  at TEXT NOT NULL,
  raw TEXT REFERENCES raws (sha256),
  document TEXT NOT NULL REFERENCES documents (id)
);
CREATE UNIQUE INDEX additions_once_each ON additions (origin, ifnull(raw, ''), document);
CREATE INDEX additions_of_document ON additions (document, seq);
CREATE UNIQUE INDEX refusals_by_id ON refusals (id);
CREATE UNIQUE INDEX refusals_once_each ON refusals (origin, reason, ifnull(raw, ''));
CREATE UNIQUE INDEX reviews_by_id ON reviews (id);
CREATE UNIQUE INDEX reviews_by_key ON reviews (key);
CREATE INDEX reviews_of_target ON reviews (target, key);
CREATE INDEX set_sources_by_id ON set_sources (id, seq);
