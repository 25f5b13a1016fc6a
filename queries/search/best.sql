-- The best entries, without their words: those are read for the few that are shown.
SELECT words.rowid AS id, -bm25(words, 2.0, 1.0) AS score
FROM words
WHERE words MATCH :expression
  AND (:kind IS NULL OR EXISTS (
    SELECT 1 FROM facet JOIN json_each(:kind) AS asked ON facet.value = asked.value
    WHERE facet.entry = words.rowid))
  AND (:year IS NULL OR EXISTS (
    SELECT 1 FROM facet JOIN json_each(:year) AS asked ON facet.value = asked.value
    WHERE facet.entry = words.rowid))
  AND (:country IS NULL OR EXISTS (
    SELECT 1 FROM facet JOIN json_each(:country) AS asked ON facet.value = asked.value
    WHERE facet.entry = words.rowid))
  AND (:marking IS NULL OR EXISTS (
    SELECT 1 FROM facet JOIN json_each(:marking) AS asked ON facet.value = asked.value
    WHERE facet.entry = words.rowid))
  AND (:regime IS NULL OR EXISTS (
    SELECT 1 FROM facet JOIN json_each(:regime) AS asked ON facet.value = asked.value
    WHERE facet.entry = words.rowid))
ORDER BY bm25(words, 2.0, 1.0), words.rowid
LIMIT :limit OFFSET :offset
