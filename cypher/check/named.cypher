// Find entities by their names
//
// @mode    read
// @param   rows: rows  maps of name and entity
// @returns entity
UNWIND $rows AS row
MATCH (entity:Entity {key: row.entity})
MATCH (:Name {key: row.name})-[:NAMES]->(entity)
RETURN entity.key AS entity
