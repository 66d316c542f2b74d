// Put the counts that an older kg kept with entities beside them, a page of entities
//
// @mode    write
// @param   after: string  the key before the first
// @param   limit: integer  how many
// @returns last
MATCH (entity:Entity)
WHERE entity.key > $after
WITH entity
ORDER BY entity.key
LIMIT toInteger($limit)
FOREACH (counts IN CASE WHEN entity["tally"] IS NULL THEN [] ELSE [entity["tally"]] END |
  CREATE (:Tally {key: entity.key, counts: counts})
)
SET entity += {tally: null}
RETURN max(entity.key) AS last
