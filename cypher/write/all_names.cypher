// Every entity's names, in the order of their keys
//
// @mode    read
// @returns key, names
MATCH (entity:Entity)
WHERE entity.key IS NOT NULL AND entity.names IS NOT NULL
RETURN entity.key AS key, entity.names AS names
ORDER BY key
