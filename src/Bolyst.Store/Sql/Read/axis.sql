-- The zones of a zone set. $1 dataset version, $2 zone set.
SELECT code, name, version FROM bolyst.zone_at($1) WHERE zone_set = $2 ORDER BY ordinal
