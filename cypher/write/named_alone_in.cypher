// Write in which articles a family name alone means a person
//
// @mode    write
// @param   rows: rows  maps of start, end and properties
// @returns nothing
UNWIND $rows AS row
MATCH (person:Entity {key: row.start})
MATCH (article:Article {key: row.end})
MERGE (person)-[edge:NAMED_ALONE_IN]->(article)
SET edge = row.properties
