-- Water as it was delivered: maps draw it over zones, which often reach out over fjords and lakes where nobody lives. It divides nothing and
-- nothing is counted in it. A delivery's water of one key replaces the earlier one as a whole.
CREATE TABLE bolyst.water (
    key     bolyst.code NOT NULL,
    version bigint NOT NULL REFERENCES bolyst.delivery DEFERRABLE INITIALLY DEFERRED,
    licence text NOT NULL,
    source  text NOT NULL,
    PRIMARY KEY (key, version)
);

CREATE TABLE bolyst.water_surface (
    key      bolyst.code NOT NULL,
    version  bigint NOT NULL,
    ordinal  integer NOT NULL, -- 0-based place in the delivery
    name     text,
    geom     geometry(MultiPolygon, 25833) NOT NULL,
    area_m2  double precision GENERATED ALWAYS AS (ST_Area(geom)) STORED,
    mercator geometry(MultiPolygon, 3857) GENERATED ALWAYS AS (ST_Transform(geom, 3857)) STORED, -- what tiles are cut from
    PRIMARY KEY (key, version, ordinal),
    FOREIGN KEY (key, version) REFERENCES bolyst.water
);
CREATE INDEX water_surface_mercator ON bolyst.water_surface USING gist (mercator);

CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE OR TRUNCATE ON bolyst.water FOR EACH STATEMENT EXECUTE FUNCTION bolyst.refuse_change();
CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE OR TRUNCATE ON bolyst.water_surface FOR EACH STATEMENT EXECUTE FUNCTION bolyst.refuse_change();

-- The water of the newest delivery of each key.
CREATE FUNCTION bolyst.water_at(as_of bigint) RETURNS TABLE (
    key bolyst.code, version bigint, ordinal integer, name text, licence text, source text, area_m2 double precision, geom geometry, mercator geometry
) LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT s.key, s.version, s.ordinal, s.name, w.licence, w.source, s.area_m2, s.geom, s.mercator
    FROM (SELECT DISTINCT ON (d.key) d.* FROM bolyst.water d WHERE d.version <= as_of ORDER BY d.key, d.version DESC) w
    JOIN bolyst.water_surface s USING (key, version)
$$;

-- A layer of features as GIS sees it: the zones of a zone set by their ordinal, or a layer of its own, whose name has an underscore so that
-- it is no key of a zone set: every boundary of every områdesatsing in the order of key and first day, or all water in the order of key and
-- delivery.
DROP FUNCTION bolyst.feature_of(text, bigint);
CREATE FUNCTION bolyst.feature_of(of_layer text, as_of bigint) RETURNS TABLE (ordinal integer, geom geometry)
LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT z.ordinal, z.geom FROM bolyst.zone_of(of_layer, as_of) z
    UNION ALL
    SELECT row_number() OVER (ORDER BY b.key, b.valid_from)::integer - 1, b.geom
    FROM bolyst.omradesatsing_boundary_at(as_of) b
    WHERE of_layer = 'omradesatsing_grenser'
    UNION ALL
    SELECT row_number() OVER (ORDER BY w.key, w.ordinal)::integer - 1, w.geom
    FROM bolyst.water_at(as_of) w
    WHERE of_layer = 'vann_flater'
$$;
