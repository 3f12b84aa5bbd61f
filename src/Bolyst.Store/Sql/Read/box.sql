-- The rectangle that holds the outlines of a layer or of some of its features, as west, south, east and north; null when none has one.
-- $1 dataset version, $2 layer, $3 SRID, $4 ordinals or null for all.
SELECT bolyst.layer_box($2, $1, $4, $3)
