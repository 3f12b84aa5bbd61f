-- The rectangle that holds layers, in degrees: west, south, east, north. $1 dataset version, $2 layers.
SELECT CASE WHEN box IS NOT NULL THEN ARRAY[ST_XMin(box), ST_YMin(box), ST_XMax(box), ST_YMax(box)] END
FROM (
    SELECT ST_Extent(ST_Transform(feature.geom, 4258)) AS box FROM unnest($2) AS wanted(layer) CROSS JOIN bolyst.feature_of(wanted.layer, $1) feature
) features
