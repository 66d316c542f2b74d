// Write where figures are reported
//
// @mode    write
// @param   rows: rows  maps of start, end and properties
// @returns nothing
UNWIND $rows AS row
MATCH (figure:Figure {key: row.start})
MATCH (article:Article {key: row.end})
MERGE (figure)-[edge:REPORTED_IN]->(article)
SET edge = row.properties
