-- Ordinals of the zones whose point inside lies in a zone of another set. $1 dataset version, $2 zone set, $3 the other set, $4 code there.
SELECT zone.ordinal
FROM bolyst.zone_of($3, $1) place
JOIN bolyst.zone_of($2, $1) zone ON ST_Intersects(place.geom, ST_SetSRID(ST_MakePoint(zone.point_x, zone.point_y), 25833))
WHERE place.code = $4
ORDER BY zone.ordinal
