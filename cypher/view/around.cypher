// Entities of a name
//
// @mode    read
// @param   name: name  any alias
// @returns key, name, type
MATCH (entity:Entity)
WHERE $name IN entity.names
RETURN entity.key AS key, entity.name AS name, entity.type AS type
ORDER BY key
