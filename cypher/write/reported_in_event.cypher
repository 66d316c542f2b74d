// Write where events are reported
//
// @mode    write
// @param   rows: rows  maps of start, end and properties
// @returns nothing
UNWIND $rows AS row
MATCH (event:Event {key: row.start})
MATCH (article:Article {key: row.end})
MERGE (event)-[edge:REPORTED_IN]->(article)
SET edge = row.properties
