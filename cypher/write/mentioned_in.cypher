// Write which articles mention entities
//
// @mode    write
// @param   rows: rows  maps of start, end and properties
// @returns nothing
UNWIND $rows AS row
MATCH (entity:Entity {key: row.start})
MATCH (article:Article {key: row.end})
MERGE (entity)-[edge:MENTIONED_IN]->(article)
SET edge = row.properties
