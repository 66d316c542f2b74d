// The entities that a name stands for
//
// @mode    read
// @param   name: name  a name or alias, folded
// @returns name, type, key
MATCH (entity:Entity)
WHERE $name IN entity.names
RETURN
  entity.name AS name,
  entity.type AS type,
  entity.key AS key
ORDER BY name, type, key
