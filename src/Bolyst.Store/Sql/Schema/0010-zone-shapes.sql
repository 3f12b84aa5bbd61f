-- What tiles draw: the outlines of a generation of a zone set for each zoom, in EPSG:3857, simplified over shared borders and laid on
-- the tile's grid. Made at import, from the outlines; a partition for each zoom, so that a tile reads one small index.
CREATE TABLE bolyst.zone_shape (
    zoom        smallint NOT NULL CHECK (zoom BETWEEN 0 AND 14),
    zone_set_id integer NOT NULL,
    version     bigint NOT NULL,
    ordinal     integer NOT NULL,
    geom        geometry(Geometry, 3857) NOT NULL, -- MultiPolygon; Point where the zone is too small to be drawn as an area
    PRIMARY KEY (zoom, zone_set_id, version, ordinal),
    FOREIGN KEY (zone_set_id, version) REFERENCES bolyst.zone_set_generation DEFERRABLE INITIALLY DEFERRED
) PARTITION BY LIST (zoom);

CREATE INDEX zone_shape_geom ON bolyst.zone_shape USING gist (geom);

-- How far borders were moved to make them meet, in metres of EPSG:25833. All zero where they met already.
CREATE TABLE bolyst.zone_shape_mending (
    zone_set_id integer NOT NULL,
    version     bigint NOT NULL,
    overlap_count integer NOT NULL,
    gap_count   integer NOT NULL,
    moved_m2    double precision NOT NULL,
    widest_m    double precision NOT NULL,
    PRIMARY KEY (zone_set_id, version),
    FOREIGN KEY (zone_set_id, version) REFERENCES bolyst.zone_set_generation DEFERRABLE INITIALLY DEFERRED
);

CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE OR TRUNCATE ON bolyst.zone_shape_mending FOR EACH STATEMENT EXECUTE FUNCTION bolyst.refuse_change();
CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE OR TRUNCATE ON bolyst.zone_shape FOR EACH STATEMENT EXECUTE FUNCTION bolyst.refuse_change();

-- A trigger for statements guards the table it is on alone: each partition has its own.
DO $$
BEGIN
    FOR zoom IN 0..14 LOOP
        EXECUTE format('CREATE TABLE bolyst.zone_shape_z%1$s PARTITION OF bolyst.zone_shape FOR VALUES IN (%1$s)', zoom);
        EXECUTE format('CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE OR TRUNCATE ON bolyst.zone_shape_z%s '
            'FOR EACH STATEMENT EXECUTE FUNCTION bolyst.refuse_change()', zoom);
    END LOOP;
END
$$;
