-- The zones of a zone set. $1 dataset version, $2 zone set.
SELECT code, name, version FROM bolyst.zone_of($2, $1) ORDER BY code
