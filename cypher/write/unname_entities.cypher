// Delete which entities names lead to
//
// @mode    write
// @param   rows: rows  maps of name and entity
// @returns nothing
UNWIND $rows AS row
MATCH (entity:Entity {key: row.entity})<-[naming:NAMES]-(name:Name)
WHERE name.key = row.name
DELETE naming
