-- The rectangle that holds zone sets, in degrees: west, south, east, north. $1 dataset version, $2 zone sets.
SELECT CASE WHEN box IS NOT NULL THEN ARRAY[ST_XMin(box), ST_YMin(box), ST_XMax(box), ST_YMax(box)] END
FROM (
    SELECT ST_Extent(ST_Transform(zone.geom, 4258)) AS box FROM unnest($2) AS wanted(key) CROSS JOIN bolyst.zone_of(wanted.key, $1) zone
) zones
