-- The boundaries of områdesatsingar with where they are, in the order of bolyst.feature_of. $1 dataset version, $2 null, $3 SRID,
-- $4 true for outlines, false for points inside alone.
SELECT row_number() OVER (ORDER BY boundary.key, boundary.valid_from)::integer - 1, ST_X(there.point), ST_Y(there.point),
    ST_AsBinary(there.outline, 'NDR'), ST_XMin(there.outline), ST_YMin(there.outline), ST_XMax(there.outline), ST_YMax(there.outline)
FROM bolyst.omradesatsing_boundary_at($1) boundary
CROSS JOIN LATERAL (
    SELECT CASE WHEN $3 = 25833 THEN stored.point ELSE ST_Transform(stored.point, $3) END AS point,
        CASE WHEN NOT $4 THEN NULL WHEN $3 = 25833 THEN boundary.geom ELSE ST_Transform(boundary.geom, $3) END AS outline
    FROM (SELECT ST_PointOnSurface(boundary.geom) AS point) stored
) there
WHERE $2::text IS NULL
ORDER BY boundary.key, boundary.valid_from
