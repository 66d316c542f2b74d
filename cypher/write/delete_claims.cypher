// Delete entities that were only locked
//
// @mode    write
// @param   rows: rows  maps of key
// @returns nothing
UNWIND $rows AS row
MATCH (entity:Entity {key: row.key})
WHERE entity.aliases IS NULL
DELETE entity
