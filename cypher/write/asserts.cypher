// Write which events lie inside a statement
//
// @mode    write
// @param   rows: rows  maps of start and end
// @returns nothing
UNWIND $rows AS row
MATCH (statement:Statement {key: row.start})
MATCH (event:Event {key: row.end})
MERGE (statement)-[:ASSERTS]->(event)
