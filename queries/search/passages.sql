-- The best passages, by name, and how many there are.
SELECT entry.iri, best.score, (
  SELECT COUNT(*)
  FROM words JOIN entry ON entry.id = words.rowid
  WHERE words MATCH :expression AND entry.kind = 'passage'
) AS total
FROM (
  SELECT words.rowid AS id, -bm25(words, 2.0, 1.0) AS score
  FROM words JOIN entry ON entry.id = words.rowid
  WHERE words MATCH :expression AND entry.kind = 'passage'
  ORDER BY bm25(words, 2.0, 1.0), words.rowid
  LIMIT :limit
) AS best
JOIN entry USING (id)
ORDER BY best.score DESC, best.id
