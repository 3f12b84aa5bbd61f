-- Boundaries of an områdesatsing. $1 dataset version, $2 key, $3 SRID.
SELECT key, valid_from, valid_to, is_official, source, area_m2, version,
    ST_AsBinary(CASE WHEN $3 = 25833 THEN geom ELSE ST_Transform(geom, $3) END, 'NDR')
FROM bolyst.omradesatsing_boundary_at($1)
WHERE key = $2
ORDER BY valid_from
