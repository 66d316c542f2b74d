// Find events by their keys
//
// @mode    read
// @param   rows: rows  maps of key
// @returns key
UNWIND $rows AS row
MATCH (event:Event {key: row.key})
RETURN event.key AS key
