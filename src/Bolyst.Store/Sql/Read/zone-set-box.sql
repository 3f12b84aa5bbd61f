-- The rectangle around the outlines of a zone set, in metres of EPSG:25833: west, south, east, north; nulls where none has an outline.
-- $1 dataset version, $2 zone set.
SELECT min(min_x), min(min_y), max(max_x), max(max_y) FROM bolyst.zone_of($2, $1)
