-- Zones with outlines simplified over shared borders. $1 dataset version, $2 zone set, $3 SRID, $4 codes or null, $5 zoom. A zone that is
-- too small to be an area there has no outline. Ordered, so that bytes are stable.
SELECT zone.zone_id, zone.zone_set, zone.code, zone.ordinal, zone.name, zone.part_count, zone.polygon_count,
    zone.area_m2, zone.point_x, zone.point_y, zone.min_x, zone.min_y, zone.max_x, zone.max_y,
    ST_AsBinary(ST_Transform(bolyst.web_mercator_of_steps(shape.geom, shape.zoom), $3), 'NDR'), zone.version
FROM bolyst.zone_of($2, $1) zone
LEFT JOIN bolyst.zone_shape shape
    ON shape.zone_set_id = (SELECT s.zone_set_id FROM bolyst.zone_set s WHERE s.key = $2)
    AND shape.version = zone.version AND shape.ordinal = zone.ordinal AND shape.zoom = $5 AND ST_Dimension(shape.geom) = 2
WHERE ($4::text[] IS NULL OR zone.code = ANY ($4))
ORDER BY zone.code
