// Write statements
//
// @mode    write
// @param   rows: rows  maps of key and properties
// @returns nothing
UNWIND $rows AS row
MERGE (statement:Statement {key: row.key})
SET statement = row.properties
