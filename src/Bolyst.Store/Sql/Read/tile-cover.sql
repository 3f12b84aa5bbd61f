-- Tiles of a zoom, with their margins, that zones of a zone set reach into. $1 dataset version, $2 zone set, $3 zoom.
SELECT DISTINCT x, y
FROM bolyst.zone_shape shape
CROSS JOIN (SELECT (1 << $3) - 1 AS last) grid
CROSS JOIN LATERAL generate_series(
    greatest(0, floor((ST_XMin(shape.geom) - 64) / 4096)::integer), least(last, floor((ST_XMax(shape.geom) + 64) / 4096)::integer)) x
CROSS JOIN LATERAL generate_series(
    greatest(0, floor((ST_YMin(shape.geom) - 64) / 4096)::integer), least(last, floor((ST_YMax(shape.geom) + 64) / 4096)::integer)) y
WHERE shape.zone_set_id = (SELECT s.zone_set_id FROM bolyst.zone_set s WHERE s.key = $2)
    AND shape.version = (SELECT s.version FROM bolyst.zone_set_at($1) s WHERE s.key = $2)
    AND shape.zoom = $3
    AND ST_Intersects(shape.geom, bolyst.tile_box(x, y))
