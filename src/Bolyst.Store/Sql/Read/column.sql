-- The newest cell of each zone of a column, each with the number of zones. $1 dataset version, $2 indicator, $3 period, $4 breakdown, $5 zone set.
-- The order is the primary key's own, read backwards, so that the planner may walk the index instead of sorting.
SELECT zone.ordinal, cell.numerator, cell.denominator, cell.value, cell.status, cell.suppression_rule, cell.version, whole.zone_count
FROM (
    SELECT DISTINCT ON (o.zone_id) o.*
    FROM bolyst.observation o
    WHERE o.indicator_id = (SELECT indicator_id FROM bolyst.indicator WHERE key = $2)
        AND o.period = $3 AND o.breakdown = $4 AND o.version <= $1
    ORDER BY o.zone_id DESC, o.version DESC
) cell
JOIN bolyst.zone_of($5, $1) zone ON zone.zone_id = cell.zone_id
CROSS JOIN (SELECT zone_count FROM bolyst.zone_set_at($1) WHERE key = $5) whole
