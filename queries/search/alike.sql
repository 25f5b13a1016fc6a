-- Names that share many runs of three letters with one that is asked for.
SELECT thing.iri, thing.kind, thing.label, thing.title, coalesce(document.marking, '') AS marking, name.name, name.norm
FROM (
  SELECT spelling.rowid AS id FROM spelling WHERE spelling MATCH :expression ORDER BY bm25(spelling) LIMIT :limit
) AS near
JOIN name ON name.id = near.id
JOIN thing ON thing.id = name.thing
LEFT JOIN document ON document.iri = thing.iri
WHERE :kind IS NULL OR thing.kind IN (SELECT value FROM json_each(:kind))
