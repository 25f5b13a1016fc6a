-- How many entries fit, and how many of them have each value of a facet.
WITH fitting AS MATERIALIZED (
  SELECT words.rowid AS id
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
)
SELECT '' AS field, '' AS value, '' AS label, COUNT(*) AS number FROM fitting
UNION ALL
SELECT value.field, value.value, value.label, counted.number
FROM (SELECT facet.value AS id, COUNT(*) AS number FROM fitting JOIN facet ON facet.entry = fitting.id GROUP BY facet.value) AS counted
JOIN value USING (id)
ORDER BY field, number DESC, label, value
