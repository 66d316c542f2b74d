// Delete names that lead to no entity
//
// @mode    write
// @param   rows: rows  maps of name
// @returns nothing
UNWIND $rows AS row
MATCH (name:Name {key: row.name})
WHERE NOT EXISTS { MATCH (name)-[:NAMES]->(:Entity) }
DELETE name
