-- The newest cell of each zone of a column. $1 dataset version, $2 indicator, $3 period, $4 breakdown, $5 zone set.
-- The order is the primary key's own, read backwards: no sort.
SELECT zone.ordinal, cell.numerator, cell.denominator, cell.value, cell.status, cell.suppression_rule, cell.version
FROM (
    SELECT DISTINCT ON (o.zone_id) o.*
    FROM bolyst.observation o
    WHERE o.indicator_id = (SELECT indicator_id FROM bolyst.indicator WHERE key = $2)
        AND o.period = $3 AND o.breakdown = $4 AND o.version <= $1
    ORDER BY o.zone_id DESC, o.version DESC
) cell
JOIN bolyst.zone_set_at($1) zone_set ON zone_set.key = $5
JOIN bolyst.zone_generation zone
    ON zone.zone_set_id = zone_set.zone_set_id AND zone.version = zone_set.version AND zone.zone_id = cell.zone_id
