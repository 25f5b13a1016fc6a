-- Things that have just this name, or a name that begins with it.
SELECT thing.iri, thing.kind, thing.label, thing.title, coalesce(document.marking, '') AS marking, name.name, name.norm
FROM name JOIN thing ON thing.id = name.thing LEFT JOIN document ON document.iri = thing.iri
WHERE name.norm >= :norm AND name.norm < :end
  AND (:kind IS NULL OR thing.kind IN (SELECT value FROM json_each(:kind)))
ORDER BY length(name.norm), name.norm, thing.id
LIMIT :limit
