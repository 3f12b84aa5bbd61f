-- Zones at a point. $1 dataset version, $2 x, $3 y, $4 SRID of the point, $5 day, $6 zone sets or null, $7 limit.
SELECT zone.zone_id, zone.zone_set, zone.code, zone.ordinal, zone.name, zone.part_count, zone.polygon_count,
    zone.area_m2, zone.point_x, zone.point_y, zone.min_x, zone.min_y, zone.max_x, zone.max_y,
    NULL::double precision, NULL::double precision, zone.version
FROM bolyst.zone_on($1, $5) zone, (SELECT ST_Transform(ST_SetSRID(ST_MakePoint($2, $3), $4), 25833) AS geom) place
WHERE ST_Intersects(zone.geom, place.geom)
    AND ($6::text[] IS NULL OR zone.zone_set = ANY ($6))
ORDER BY zone.zone_set, zone.code
LIMIT $7
