-- Which features have no outline; the rectangle that holds the others, in degrees and in EPSG:25833; and how many bytes their outlines take, as they are
-- kept, which is told without reading them. $1 dataset version, $2 layer.
SELECT array_agg(ordinal) FILTER (WHERE size IS NULL), bolyst.layer_box($2, $1, NULL, 4258), bolyst.layer_box($2, $1, NULL, 25833), coalesce(sum(size), 0)
FROM (SELECT ordinal, pg_column_size(geom) AS size FROM bolyst.feature_of($2, $1)) feature
