-- Where the zones of two sets overlap. $1 dataset version, $2 source zone set, $3 target zone set. A shared edge is no overlap.
SELECT source.ordinal, target.ordinal, overlap.area
FROM bolyst.zone_of($2, $1) source
JOIN bolyst.zone_of($3, $1) target ON ST_Intersects(source.geom, target.geom)
CROSS JOIN LATERAL (SELECT ST_Area(ST_Intersection(source.geom, target.geom)) AS area) overlap
WHERE overlap.area > 0
ORDER BY target.ordinal, source.ordinal
