// Find the people of families
//
// @mode    write
// @param   rows: rows  maps of name, folded
// @returns name, key
UNWIND $rows AS row
MATCH (entity:Entity {familyName: row.name})
RETURN row.name AS name, entity.key AS key
