-- One entry, with marks around the words that were sought.
SELECT
  entry.iri, entry.kind, entry.label, entry.number, entry.marking, entry.status, entry.heading,
  document.iri AS document, document.label AS document_label, document.title AS title, document.sent AS sent,
  document.marking AS document_marking,
  highlight(words, 1, :open, :close) AS marked
FROM words
JOIN entry ON entry.id = words.rowid
JOIN document ON document.id = entry.document
WHERE words MATCH :expression AND words.rowid = :id
