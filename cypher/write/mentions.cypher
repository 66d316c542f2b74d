// Write what statements mention and are not about
//
// @mode    write
// @param   rows: rows  maps of start and end
// @returns nothing
UNWIND $rows AS row
MATCH (statement:Statement {key: row.start})
MATCH (mentioned:Entity {key: row.end})
MERGE (statement)-[:MENTIONS]->(mentioned)
