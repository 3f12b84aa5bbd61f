-- Zones with outlines. $1 dataset version, $2 zone set, $3 SRID, $4 codes or null. Ordered, so that bytes are stable.
SELECT zone.zone_id, zone.zone_set, zone.code, zone.ordinal, zone.name, zone.part_count, zone.polygon_count,
    zone.area_m2, zone.point_x, zone.point_y, zone.min_x, zone.min_y, zone.max_x, zone.max_y,
    ST_AsBinary(CASE WHEN $3 = 25833 THEN zone.geom ELSE ST_Transform(zone.geom, $3) END, 'NDR'), zone.version
FROM bolyst.zone_of($2, $1) zone
WHERE ($4::text[] IS NULL OR zone.code = ANY ($4))
ORDER BY zone.code
