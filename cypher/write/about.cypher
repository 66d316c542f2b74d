// Write what statements are about
//
// @mode    write
// @param   rows: rows  maps of start and end
// @returns nothing
UNWIND $rows AS row
MATCH (statement:Statement {key: row.start})
MATCH (subject:Entity {key: row.end})
MERGE (statement)-[:ABOUT]->(subject)
