// The entity with a key
//
// @mode    read
// @param   key: string  its key
// @returns name, type, key
MATCH (entity:Entity {key: $key})
RETURN
  entity.name AS name,
  entity.type AS type,
  entity.key AS key
