// Write whose the texts are
//
// @mode    write
// @param   rows: rows  maps of start, end and properties
// @returns nothing
UNWIND $rows AS row
MATCH (text:Text {key: row.start})
MATCH (article:Article {key: row.end})
MERGE (text)-[:TEXT_OF]->(article)
