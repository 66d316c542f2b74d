// Write whom statements are addressed to
//
// @mode    write
// @param   rows: rows  maps of start and end
// @returns nothing
UNWIND $rows AS row
MATCH (statement:Statement {key: row.start})
MATCH (addressee:Entity {key: row.end})
MERGE (statement)-[:ADDRESSED_TO]->(addressee)
