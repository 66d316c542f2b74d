// Write entities' properties
//
// @mode    write
// @param   rows: rows  maps of key and properties
// @returns nothing
UNWIND $rows AS row
MATCH (entity:Entity {key: row.key})
SET entity = row.properties
