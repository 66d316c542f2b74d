// Write entities that are people
//
// Their other properties depend on every article that mentions them.
//
// @mode    write
// @param   rows: rows  maps of key and type
// @returns nothing
UNWIND $rows AS row
MERGE (entity:Entity:Person {key: row.key})
SET entity.type = row.type
