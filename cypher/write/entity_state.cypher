// Write entities that are states
//
// Their other properties depend on every article that mentions them.
//
// @mode    write
// @param   rows: rows  maps of key and type
// @returns nothing
UNWIND $rows AS row
MERGE (entity:Entity:State {key: row.key})
SET entity.type = row.type
