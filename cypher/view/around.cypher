// Entities of a name
//
// @mode    read
// @param   name: name  any alias
// @returns key, name, type
MATCH (:Name {key: $name})-[:NAMES]->(entity:Entity)
RETURN entity.key AS key, entity.name AS name, entity.type AS type
ORDER BY key
