// Delete entities that no article mentions
//
// @mode    write
// @param   rows: rows  maps of key
// @returns nothing
UNWIND $rows AS row
MATCH (entity:Entity {key: row.key})
DETACH DELETE entity
