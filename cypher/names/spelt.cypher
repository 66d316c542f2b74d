// The entities of names
//
// @mode    read
// @param   rows: rows  maps of name
// @returns name, entity
UNWIND $rows AS row
MATCH (:Name {key: row.name})-[:NAMES]->(entity:Entity)
RETURN row.name AS name, entity.name AS entity
ORDER BY name, entity
