-- Boundaries of områdesatsingar without their outlines, in the order of bolyst.feature_of. $1 dataset version.
SELECT key, valid_from, valid_to, is_official, source, area_m2, version
FROM bolyst.omradesatsing_boundary_at($1)
ORDER BY key, valid_from
