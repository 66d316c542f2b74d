// Write who said what
//
// @mode    write
// @param   rows: rows  maps of start, end and properties
// @returns nothing
UNWIND $rows AS row
MATCH (speaker:Entity {key: row.start})
MATCH (statement:Statement {key: row.end})
MERGE (statement)<-[edge:SAID]-(speaker)
SET edge = row.properties
