-- A layer of features as GIS sees it: the zones of a zone set by their ordinal or, when no zone set is named, every boundary of every
-- områdesatsing in the order of key and first day.
CREATE FUNCTION bolyst.feature_of(of_set text, as_of bigint) RETURNS TABLE (ordinal integer, geom geometry)
LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT z.ordinal, z.geom FROM bolyst.zone_of(of_set, as_of) z
    UNION ALL
    SELECT row_number() OVER (ORDER BY b.key, b.valid_from)::integer - 1, b.geom
    FROM bolyst.omradesatsing_boundary_at(as_of) b
    WHERE of_set IS NULL
$$;

-- A page of features is read by ordinals.
CREATE INDEX zone_generation_ordinal ON bolyst.zone_generation (zone_set_id, version, ordinal);
