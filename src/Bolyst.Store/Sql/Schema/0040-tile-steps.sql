-- Shapes in the whole steps of their zoom's grid, from the north-west corner of the world with rows southwards, and with the code and the name
-- that a tile gives: nothing is laid on the grid or looked up when a tile is read. A far zoom holds tens of thousands of zones in one tile.

-- What a tile holds, its margin of 64 steps included, in the steps of its zoom.
CREATE FUNCTION bolyst.tile_box("column" integer, "row" integer) RETURNS geometry LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT ST_MakeEnvelope("column" * 4096 - 64, "row" * 4096 - 64, "column" * 4096 + 4160, "row" * 4096 + 4160)
$$;

-- A shape of a zoom in EPSG:3857.
CREATE FUNCTION bolyst.web_mercator_of_steps(shape geometry, zoom integer) RETURNS geometry LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT ST_SetSRID(ST_Affine(shape, step, 0, 0, -step, -edge, edge), 3857)
    FROM (SELECT pi() * 6378137 AS edge, 2 * pi() * 6378137 / (4096.0::double precision * (1 << zoom)) AS step) world
$$;

ALTER TABLE bolyst.zone_shape DISABLE TRIGGER refuse_change;

ALTER TABLE bolyst.zone_shape ADD COLUMN code bolyst.code, ADD COLUMN name text;

UPDATE bolyst.zone_shape shape SET code = zone.code, name = zone.name
FROM bolyst.zone_generation zone
WHERE (zone.zone_set_id, zone.version, zone.ordinal) = (shape.zone_set_id, shape.version, shape.ordinal);

ALTER TABLE bolyst.zone_shape
    ALTER COLUMN code SET NOT NULL,
    ALTER COLUMN name SET NOT NULL,
    ALTER COLUMN geom TYPE geometry(Geometry) USING ST_SetSRID(ST_SnapToGrid(ST_Affine(geom,
        4096.0::double precision * (1 << zoom) / (2 * pi() * 6378137), 0, 0, -4096.0::double precision * (1 << zoom) / (2 * pi() * 6378137),
        2048.0::double precision * (1 << zoom), 2048.0::double precision * (1 << zoom)), 1), 0);

ALTER TABLE bolyst.zone_shape ENABLE TRIGGER refuse_change;
