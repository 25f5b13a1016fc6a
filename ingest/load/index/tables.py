"""The tables of the index; all can be made again from the journal but what the graph holds (``applied``).

Where ``applied`` is lost the graph is made again too.
"""

from typing import Final

VERSION: Final = "2"

TABLES: Final = """
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE copies (
    key TEXT PRIMARY KEY, sha256 TEXT NOT NULL, container TEXT, id TEXT NOT NULL, version TEXT NOT NULL,
    refused INTEGER NOT NULL, scanned INTEGER NOT NULL, length INTEGER NOT NULL, canonical TEXT NOT NULL,
    line BLOB NOT NULL
);
CREATE INDEX copies_by_id ON copies (id);
CREATE INDEX copies_by_container ON copies (container) WHERE container IS NOT NULL;
CREATE INDEX copies_by_version ON copies (version);
CREATE TABLE named (key TEXT NOT NULL, document TEXT NOT NULL, sent TEXT, row TEXT NOT NULL);
CREATE INDEX named_by_key ON named (key);
CREATE TABLE containers (sha256 TEXT PRIMARY KEY, version TEXT NOT NULL, line BLOB NOT NULL);
CREATE TABLE documents (
    id TEXT PRIMARY KEY, key TEXT NOT NULL, mark TEXT NOT NULL, kind TEXT NOT NULL, copies INTEGER NOT NULL,
    quads INTEGER NOT NULL, found TEXT NOT NULL
);
CREATE TABLE applied (
    id TEXT PRIMARY KEY, mark TEXT NOT NULL, graphs TEXT NOT NULL, changing INTEGER NOT NULL
);
CREATE TABLE staged (key TEXT PRIMARY KEY, canonical TEXT NOT NULL, start INTEGER, size INTEGER);
CREATE TABLE files (path TEXT PRIMARY KEY, stamp TEXT NOT NULL, sha256 TEXT NOT NULL);
CREATE TABLE refusals (sha256 TEXT PRIMARY KEY, version TEXT NOT NULL, code TEXT, message TEXT);
"""

STANDING: Final = """
SELECT key, line, COUNT(*) OVER () FROM copies WHERE id = ? AND NOT refused
ORDER BY scanned, length DESC, sha256, key LIMIT 1
"""
"""Of several copies the one that stands for the document: not read from an image, the longest, then by hash.
"""

UNFINISHED: Final = """
SELECT sha256 FROM containers WHERE version != ?
UNION SELECT container FROM copies WHERE container IS NOT NULL
    AND container NOT IN (SELECT sha256 FROM containers)
    AND container NOT IN (SELECT sha256 FROM refusals WHERE version = ?)
UNION SELECT container FROM copies WHERE container IS NOT NULL AND version != ?
ORDER BY 1
"""
"""Read by another version, or broken off before their end."""

FILES: Final = """
SELECT sha256, MIN(source) FROM (
    SELECT COALESCE(container, sha256) AS sha256, json_extract(CAST(line AS TEXT), '$.source') AS source
    FROM copies
    UNION ALL SELECT sha256, json_extract(CAST(line AS TEXT), '$.source') FROM containers
) GROUP BY sha256 ORDER BY sha256
"""
"""Every file that is kept, with one of its names."""

KEEPS: Final = """
SELECT 1 FROM copies WHERE container = ?
UNION ALL SELECT 1 FROM copies WHERE key = ?
UNION ALL SELECT 1 FROM containers WHERE sha256 = ?
LIMIT 1
"""

NAMED: Final = """
SELECT n.document, n.sent, n.row FROM named n JOIN documents d ON d.id = n.document AND d.key = n.key
"""
"""What is named by the copies that stand for documents."""
