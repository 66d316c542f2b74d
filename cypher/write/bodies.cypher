// Find the bodies with initials
//
// @mode    write
// @param   rows: rows  maps of name, folded
// @returns name, key
UNWIND $rows AS row
MATCH (entity:Entity {initials: row.name})
RETURN row.name AS name, entity.key AS key
