-- The zones of a zone set with where they are, by ordinal. $1 dataset version, $2 zone set, $3 SRID, $4 true for outlines, false for
-- points inside alone. The index on ordinals gives the order, and what is costly waits until after it: the first row comes at once.
SELECT zone.ordinal, ST_X(there.point), ST_Y(there.point), ST_AsBinary(there.outline, 'NDR'),
    ST_XMin(there.outline), ST_YMin(there.outline), ST_XMax(there.outline), ST_YMax(there.outline)
FROM (SELECT ordinal, geom, point_x, point_y FROM bolyst.zone_of($2, $1) ORDER BY ordinal OFFSET 0) zone
CROSS JOIN LATERAL (
    SELECT CASE WHEN $3 = 25833 THEN stored.point ELSE ST_Transform(stored.point, $3) END AS point,
        CASE WHEN NOT $4 THEN NULL WHEN $3 = 25833 THEN zone.geom ELSE ST_Transform(zone.geom, $3) END AS outline
    FROM (SELECT ST_SetSRID(ST_MakePoint(zone.point_x, zone.point_y), 25833) AS point) stored
) there
