-- What is searched, beside the graph that it is made of. An entry is a passage, or the names and title of a document.
CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE document (
  id INTEGER PRIMARY KEY,
  iri TEXT NOT NULL UNIQUE,
  label TEXT NOT NULL,
  title TEXT NOT NULL,
  sent TEXT NOT NULL,
  marking TEXT NOT NULL
);

CREATE TABLE entry (
  id INTEGER PRIMARY KEY,
  iri TEXT NOT NULL UNIQUE,
  document INTEGER NOT NULL REFERENCES document,
  kind TEXT NOT NULL,
  label TEXT NOT NULL,
  number TEXT NOT NULL,
  marking TEXT NOT NULL,
  status TEXT NOT NULL,
  heading TEXT NOT NULL,
  text TEXT NOT NULL
);

CREATE VIRTUAL TABLE words USING fts5(
  heading, text, content = 'entry', content_rowid = 'id', tokenize = 'porter unicode61 remove_diacritics 2'
);

CREATE TABLE value (
  id INTEGER PRIMARY KEY,
  field TEXT NOT NULL,
  value TEXT NOT NULL,
  label TEXT NOT NULL,
  UNIQUE (field, value)
);

CREATE TABLE facet (
  entry INTEGER NOT NULL,
  value INTEGER NOT NULL,
  PRIMARY KEY (entry, value)
) WITHOUT ROWID;

CREATE TABLE thing (
  id INTEGER PRIMARY KEY,
  iri TEXT NOT NULL,
  kind TEXT NOT NULL,
  label TEXT NOT NULL,
  title TEXT NOT NULL,
  UNIQUE (iri, kind)
);

CREATE TABLE name (
  id INTEGER PRIMARY KEY,
  thing INTEGER NOT NULL REFERENCES thing,
  name TEXT NOT NULL,
  norm TEXT NOT NULL
);

CREATE VIRTUAL TABLE spelling USING fts5(norm, content = 'name', content_rowid = 'id', tokenize = 'trigram');
