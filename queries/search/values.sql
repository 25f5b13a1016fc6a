-- The numbers of some values of a facet.
SELECT id FROM value WHERE field = :field AND value IN (SELECT value FROM json_each(:values))
