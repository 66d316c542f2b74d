// Write which statements restate others
//
// @mode    write
// @param   rows: rows  maps of start, end and properties
// @returns nothing
UNWIND $rows AS row
MATCH (later:Statement {key: row.start})
MATCH (earlier:Statement {key: row.end})
MERGE (later)-[edge:RESTATES]->(earlier)
SET edge = row.properties
