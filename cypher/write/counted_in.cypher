// Write where what figures count happened
//
// @mode    write
// @param   rows: rows  maps of start and end
// @returns nothing
UNWIND $rows AS row
MATCH (figure:Figure {key: row.start})
MATCH (place:Entity {key: row.end})
MERGE (figure)-[:COUNTED_IN]->(place)
