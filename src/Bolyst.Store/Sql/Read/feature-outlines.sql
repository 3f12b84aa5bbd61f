-- Outlines of features as GeoJSON, in the order asked for. $1 dataset version, $2 layer, $3 ordinals, $4 SRID, $5 true for north before east, $6 decimals.
-- The ordinals stand inside too: a join alone would have the whole layer read and sorted for each page.
SELECT ST_AsGeoJSON(CASE WHEN $5 THEN ST_FlipCoordinates(placed.geom) ELSE placed.geom END, $6, 0)
FROM unnest($3) WITH ORDINALITY AS wanted (ordinal, place)
LEFT JOIN (SELECT ordinal, geom FROM bolyst.feature_of($2, $1) WHERE ordinal = ANY ($3)) feature USING (ordinal)
CROSS JOIN LATERAL (SELECT CASE WHEN $4 = 25833 THEN feature.geom ELSE ST_Transform(feature.geom, $4) END AS geom) placed
ORDER BY wanted.place
