-- What some things are called.
SELECT thing.iri, thing.kind, thing.label, thing.title, coalesce(document.marking, '') AS marking
FROM thing LEFT JOIN document ON document.iri = thing.iri
WHERE thing.iri IN (SELECT value FROM json_each(:iris))
ORDER BY thing.id
