// Write which entities names lead to
//
// From the entity's side, which has few names: a name may have many entities.
//
// @mode    write
// @param   rows: rows  maps of name and entity
// @returns nothing
UNWIND $rows AS row
MATCH (entity:Entity {key: row.entity})
MERGE (name:Name {key: row.name})
MERGE (entity)<-[:NAMES]-(name)
