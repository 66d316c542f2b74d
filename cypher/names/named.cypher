// The entities that a name stands for, and how much hangs on each
//
// @mode    read
// @param   name: name  a name or alias, folded
// @returns name, type, key, links
MATCH (:Name {key: $name})-[:NAMES]->(entity:Entity)
RETURN
  entity.name AS name,
  entity.type AS type,
  entity.key AS key,
  COUNT { (entity)--() } AS links
ORDER BY name, type, key
