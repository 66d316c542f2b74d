// Every entity with its folded names
//
// @mode    read
// @returns name, names, key
MATCH (entity:Entity)
WHERE entity.key IS NOT NULL AND entity.names IS NOT NULL
RETURN
  entity.name AS name,
  entity.names AS names,
  entity.key AS key
ORDER BY name, key
