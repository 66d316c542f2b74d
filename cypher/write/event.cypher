// Write events
//
// @mode    write
// @param   rows: rows  maps of key and properties
// @returns nothing
UNWIND $rows AS row
MERGE (event:Event {key: row.key})
SET event = row.properties
