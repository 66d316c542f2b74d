// Find statements by their keys
//
// @mode    read
// @param   rows: rows  maps of key
// @returns key
UNWIND $rows AS row
MATCH (statement:Statement {key: row.key})
RETURN statement.key AS key
