-- Ordinals of features that stand in a relation to a geometry. $1 dataset version, $2 layer, $3 geometry (EWKB),
-- $4 relation. Every relation here needs boxes that meet, so that the index serves them all.
SELECT feature.ordinal
FROM (SELECT ST_Transform(ST_GeomFromEWKB($3), 25833) AS geom) place
JOIN bolyst.feature_of($2, $1) feature ON feature.geom && place.geom
WHERE CASE $4
    WHEN 'Intersects' THEN ST_Intersects(feature.geom, place.geom)
    WHEN 'Contains' THEN ST_Contains(feature.geom, place.geom)
    WHEN 'Within' THEN ST_Within(feature.geom, place.geom)
    WHEN 'Touches' THEN ST_Touches(feature.geom, place.geom)
    WHEN 'Crosses' THEN ST_Crosses(feature.geom, place.geom)
    WHEN 'Overlaps' THEN ST_Overlaps(feature.geom, place.geom)
    WHEN 'Equals' THEN ST_Equals(feature.geom, place.geom)
END
