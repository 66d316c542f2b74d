// Write whom events concern
//
// @mode    write
// @param   rows: rows  maps of start and end
// @returns nothing
UNWIND $rows AS row
MATCH (event:Event {key: row.start})
MATCH (recipient:Entity {key: row.end})
MERGE (event)-[:RECIPIENT]->(recipient)
