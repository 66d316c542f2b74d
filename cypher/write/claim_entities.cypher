// Lock entities, those that are not there yet, too
//
// @mode    write
// @param   rows: rows  maps of key
// @returns nothing
UNWIND $rows AS row
MERGE (entity:Entity {key: row.key})
SET entity.key = row.key
