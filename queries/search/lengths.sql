-- Names about as long as one that shares no run of letters with any: letters may have changed places.
SELECT thing.iri, thing.kind, thing.label, thing.title, coalesce(document.marking, '') AS marking, name.name, name.norm
FROM name JOIN thing ON thing.id = name.thing LEFT JOIN document ON document.iri = thing.iri
WHERE thing.kind <> 'document' AND length(name.norm) BETWEEN :least AND :most
  AND (:kind IS NULL OR thing.kind IN (SELECT value FROM json_each(:kind)))
ORDER BY name.id
LIMIT :limit
