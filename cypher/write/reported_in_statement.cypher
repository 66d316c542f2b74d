// Write where statements are reported
//
// @mode    write
// @param   rows: rows  maps of start, end and properties
// @returns nothing
UNWIND $rows AS row
MATCH (statement:Statement {key: row.start})
MATCH (article:Article {key: row.end})
MERGE (statement)-[edge:REPORTED_IN]->(article)
SET edge = row.properties
