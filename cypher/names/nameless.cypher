// An entity, if there is any
//
// @mode    read
// @returns key
MATCH (entity:Entity)
WHERE entity.names IS NOT NULL
RETURN entity.key AS key
LIMIT 1
