// Write which figures a statement gives
//
// @mode    write
// @param   rows: rows  maps of start and end
// @returns nothing
UNWIND $rows AS row
MATCH (statement:Statement {key: row.start})
MATCH (figure:Figure {key: row.end})
MERGE (statement)-[:GIVES]->(figure)
