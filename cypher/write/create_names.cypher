// Write names that are not there yet, with the entities that they lead to
//
// @mode    write
// @param   rows: rows  maps of name and entities, their keys
// @returns nothing
UNWIND $rows AS row
CREATE (name:Name {key: row.name})
WITH row, name
UNWIND row.entities AS key
MATCH (entity:Entity {key: key})
CREATE (name)-[:NAMES]->(entity)
