// Names that lead to no entity
//
// @mode    read
// @returns key
MATCH (name:Name)
WHERE NOT EXISTS { MATCH (name)-[:NAMES]->(:Entity) }
RETURN name.key AS key
ORDER BY key
