// Entities with their names
//
// @mode    read
// @param   type: string = null  only of this type
// @returns key, name, type, aliases
MATCH (entity:Entity)
WHERE $type IS NULL OR entity.type = $type
RETURN
  entity.key AS key,
  entity.name AS name,
  entity.type AS type,
  entity.aliases AS aliases
ORDER BY key
