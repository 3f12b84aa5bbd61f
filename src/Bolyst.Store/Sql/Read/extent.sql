-- The smallest rectangle that holds a layer, in degrees: west, south, east, north. bolyst.layer_box is larger. $1 dataset version, $2 layer.
SELECT CASE WHEN box IS NOT NULL THEN ARRAY[ST_XMin(box), ST_YMin(box), ST_XMax(box), ST_YMax(box)] END
FROM (
    SELECT ST_Extent(ST_Transform(feature.geom, 4258)) AS box FROM bolyst.feature_of($2, $1) feature
) features
