// Write entities that are groups
//
// Their other properties depend on every article that mentions them. Created where
// absent: MERGE on two labels looks at every entity on the embedded engine.
//
// @mode    write
// @param   rows: rows  maps of key and type
// @returns nothing
UNWIND $rows AS row
OPTIONAL MATCH (known:Entity {key: row.key})
WITH row, known
WHERE known IS NULL
CREATE (entity:Entity:Group {key: row.key, type: row.type})
