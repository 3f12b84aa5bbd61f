-- Surfaces of water without their outlines, in the order of bolyst.feature_of. $1 dataset version.
SELECT key, name, area_m2, licence, source, version
FROM bolyst.water_at($1)
ORDER BY key, ordinal
