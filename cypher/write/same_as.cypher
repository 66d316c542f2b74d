// Write which events are the same as others
//
// @mode    write
// @param   rows: rows  maps of start, end and properties
// @returns nothing
UNWIND $rows AS row
MATCH (later:Event {key: row.start})
MATCH (earlier:Event {key: row.end})
MERGE (later)-[edge:SAME_AS]->(earlier)
SET edge = row.properties
