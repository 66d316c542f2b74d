// Names, and the entities that they lead to
//
// @mode    read
// @param   after: string  the names after this one, in order
// @param   limit: integer  how many names
// @returns name, entities
MATCH (name:Name)
WHERE name.key > $after
WITH name
ORDER BY name.key
LIMIT toInteger($limit)
RETURN
  {key: name.key} AS name,
  COLLECT {
    MATCH (name)-[:NAMES]->(entity:Entity)
    RETURN entity.key AS key
    ORDER BY key
  } AS entities
ORDER BY name.key
