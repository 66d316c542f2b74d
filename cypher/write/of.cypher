// Write whose things figures count
//
// @mode    write
// @param   rows: rows  maps of start and end
// @returns nothing
UNWIND $rows AS row
MATCH (figure:Figure {key: row.start})
MATCH (entity:Entity {key: row.end})
MERGE (figure)-[:OF]->(entity)
