-- Zones that a polygon overlaps. $1 dataset version, $2 polygon (EWKB), $3 day, $4 zone sets or null, $5 limit.
SELECT zone.zone_id, zone.zone_set, zone.code, zone.ordinal, zone.name, zone.part_count, zone.polygon_count,
    zone.area_m2, zone.point_x, zone.point_y, zone.min_x, zone.min_y, zone.max_x, zone.max_y,
    least(1, overlap.area / zone.area_m2), least(1, overlap.area / place.area), zone.version
FROM (SELECT geom, ST_Area(geom) AS area FROM (SELECT ST_Transform(ST_GeomFromEWKB($2), 25833) AS geom) transformed) place
JOIN bolyst.zone_on($1, $3) zone ON ST_Intersects(zone.geom, place.geom)
CROSS JOIN LATERAL (SELECT ST_Area(ST_Intersection(zone.geom, place.geom)) AS area) overlap
WHERE overlap.area > 0
    AND ($4::text[] IS NULL OR zone.zone_set = ANY ($4))
ORDER BY zone.zone_set, zone.code
LIMIT $5
