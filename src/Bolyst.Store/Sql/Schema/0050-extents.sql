-- The rectangle that holds the outlines of a layer, or of some of its features (ordinals; null for all), as west, south, east and north in a coordinate
-- system; null when none has one. The smallest in EPSG:25833, one that surely holds it in others: no outline is touched there, as zones keep their
-- edges beside it, but the features' rectangles are followed along their own edges, which never cuts any off; those that begin near each other as one,
-- so that it costs no more for many. The rectangle of all would not do: that of Norway leans so far that it ends in the Atlantic.
CREATE FUNCTION bolyst.layer_box(of_layer text, as_of bigint, ordinals integer[], in_srid integer) RETURNS double precision[]
LANGUAGE sql STABLE PARALLEL SAFE AS $$
    WITH feature AS MATERIALIZED (
        SELECT min_x, min_y, max_x, max_y FROM bolyst.zone_of(of_layer, as_of)
        WHERE min_x IS NOT NULL AND (ordinals IS NULL OR ordinal = ANY(ordinals))
        UNION ALL
        SELECT ST_XMin(geom), ST_YMin(geom), ST_XMax(geom), ST_YMax(geom) FROM bolyst.feature_of(of_layer, as_of)
        WHERE NOT EXISTS (SELECT FROM bolyst.zone_set WHERE key = of_layer) AND (ordinals IS NULL OR ordinal = ANY(ordinals))
    ), whole AS (
        SELECT min(min_x) AS west, min(min_y) AS south, max(max_x) AS east, max(max_y) AS north FROM feature
    ), near AS (
        SELECT ST_MakeEnvelope(min(min_x), min(min_y), max(max_x), max(max_y), 25833) AS box
        FROM feature, whole
        GROUP BY width_bucket(min_x, west, east + 1, 32), width_bucket(min_y, south, north + 1, 32)
    )
    SELECT CASE WHEN whole.west IS NULL THEN NULL WHEN in_srid = 25833 THEN ARRAY[whole.west, whole.south, whole.east, whole.north] ELSE (
            SELECT ARRAY[ST_XMin(held), ST_YMin(held), ST_XMax(held), ST_YMax(held)]
            FROM (SELECT ST_Extent(ST_Transform(ST_Segmentize(box, 10000), in_srid)) AS held FROM near) boxes
        ) END
    FROM whole
$$;
