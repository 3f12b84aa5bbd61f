-- What the store held at a dataset version: one function for each kind of thing, so that the rule stands in one place.
-- Plain SQL functions that return rows: the planner writes them into the query that uses them.

-- The newest generation of each zone set.
CREATE FUNCTION bolyst.zone_set_at(as_of bigint) RETURNS TABLE (
    zone_set_id integer, key bolyst.code, version bigint, level text, name_nb text, name_nn text, name_en text, valid_from date, valid_to date,
    is_partition boolean, licence text, source text, boundaries_official boolean, zone_count integer, outline_count integer
) LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT DISTINCT ON (s.key)
        s.zone_set_id, s.key, g.version, g.level, g.name_nb, g.name_nn, g.name_en, g.valid_from, g.valid_to,
        g.is_partition, g.licence, g.source, g.boundaries_official, g.zone_count, g.outline_count
    FROM bolyst.zone_set s JOIN bolyst.zone_set_generation g USING (zone_set_id)
    WHERE g.version <= as_of
    ORDER BY s.key, g.version DESC
$$;

-- The zones of one zone set. The two numbers are found first, so that the rest is a walk of the primary key in the order of codes.
CREATE FUNCTION bolyst.zone_of(of_set text, as_of bigint) RETURNS TABLE (
    zone_id integer, zone_set bolyst.code, code bolyst.code, ordinal integer, name text, part_count integer, polygon_count integer,
    area_m2 double precision, point_x double precision, point_y double precision,
    min_x double precision, min_y double precision, max_x double precision, max_y double precision, version bigint, geom geometry
) LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT g.zone_id, of_set::bolyst.code, g.code, g.ordinal, g.name, g.part_count, g.polygon_count,
        g.area_m2, g.point_x, g.point_y, g.min_x, g.min_y, g.max_x, g.max_y, g.version, g.geom
    FROM bolyst.zone_generation g
    WHERE g.zone_set_id = (SELECT s.zone_set_id FROM bolyst.zone_set s WHERE s.key = of_set)
        AND g.version = (SELECT s.version FROM bolyst.zone_set_at(as_of) s WHERE s.key = of_set)
$$;

-- The zones of every zone set that is valid on a day.
CREATE FUNCTION bolyst.zone_on(as_of bigint, on_day date) RETURNS TABLE (
    zone_id integer, zone_set bolyst.code, code bolyst.code, ordinal integer, name text, part_count integer, polygon_count integer,
    area_m2 double precision, point_x double precision, point_y double precision,
    min_x double precision, min_y double precision, max_x double precision, max_y double precision, version bigint, geom geometry
) LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT g.zone_id, s.key, g.code, g.ordinal, g.name, g.part_count, g.polygon_count,
        g.area_m2, g.point_x, g.point_y, g.min_x, g.min_y, g.max_x, g.max_y, g.version, g.geom
    FROM bolyst.zone_set_at(as_of) s
    JOIN bolyst.zone_generation g ON g.zone_set_id = s.zone_set_id AND g.version = s.version
    WHERE s.valid_from <= on_day AND (s.valid_to IS NULL OR s.valid_to >= on_day)
$$;

-- The links of the newest delivery that linked the two zone sets in that way.
CREATE FUNCTION bolyst.zone_link_at(as_of bigint) RETURNS TABLE (
    kind smallint, from_zone_set bolyst.code, from_code bolyst.code, to_zone_set bolyst.code, to_code bolyst.code,
    share double precision, on_date date, version bigint
) LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT l.kind, l.from_zone_set, l.from_code, l.to_zone_set, l.to_code, l.share, l.on_date, l.version
    FROM (
        SELECT DISTINCT ON (g.kind, g.from_zone_set, g.to_zone_set) g.*
        FROM bolyst.zone_link_generation g
        WHERE g.version <= as_of
        ORDER BY g.kind, g.from_zone_set, g.to_zone_set, g.version DESC
    ) newest
    JOIN bolyst.zone_link l USING (kind, from_zone_set, to_zone_set, version)
$$;

-- The newest description of each indicator.
CREATE FUNCTION bolyst.indicator_at(as_of bigint) RETURNS TABLE (
    indicator_id integer, key bolyst.code, version bigint, name_nb text, name_nn text, name_en text, theme text,
    definition_nb text, definition_nn text, definition_en text, numerator text, denominator text, age_band text,
    unit text, scale double precision, polarity smallint, kind text, source_table text, ethnicity boolean, form smallint
) LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT DISTINCT ON (i.key)
        i.indicator_id, i.key, g.version, g.name_nb, g.name_nn, g.name_en, g.theme,
        g.definition_nb, g.definition_nn, g.definition_en, g.numerator, g.denominator, g.age_band,
        g.unit, g.scale, g.polarity, g.kind, g.source_table, g.ethnicity, g.form
    FROM bolyst.indicator i JOIN bolyst.indicator_generation g USING (indicator_id)
    WHERE g.version <= as_of
    ORDER BY i.key, g.version DESC
$$;

-- Which columns hold anything: the newest delivery of each.
CREATE FUNCTION bolyst.delivered_column_at(as_of bigint) RETURNS TABLE (
    indicator bolyst.code, zone_set bolyst.code, period bolyst.code, breakdown bolyst.code, starts_on date, ends_before date, version bigint, cell_count bigint, value_count bigint
) LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT DISTINCT ON (i.key, s.key, c.period, c.breakdown)
        i.key, s.key, c.period, c.breakdown, c.starts_on, c.ends_before, c.version, c.cell_count, c.value_count
    FROM bolyst.delivered_column c
    JOIN bolyst.indicator i USING (indicator_id)
    JOIN bolyst.zone_set s USING (zone_set_id)
    WHERE c.version <= as_of
    ORDER BY i.key, s.key, c.period, c.breakdown, c.version DESC
$$;

-- The newest description of each områdesatsing; version 0 is shipped with Bolyst.
CREATE FUNCTION bolyst.omradesatsing_at(as_of bigint) RETURNS SETOF bolyst.omradesatsing
LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT DISTINCT ON (o.key) o.* FROM bolyst.omradesatsing o WHERE o.version <= as_of ORDER BY o.key, o.version DESC
$$;

-- The boundaries of the newest delivery that drew each områdesatsing.
CREATE FUNCTION bolyst.omradesatsing_boundary_at(as_of bigint) RETURNS SETOF bolyst.omradesatsing_boundary
LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT b.* FROM bolyst.omradesatsing_boundary b
    WHERE b.version = (SELECT max(n.version) FROM bolyst.omradesatsing_boundary n WHERE n.key = b.key AND n.version <= as_of)
$$;
