// Write articles
//
// @mode    write
// @param   rows: rows  maps of key and properties
// @returns nothing
UNWIND $rows AS row
MERGE (article:Article {key: row.key})
SET article = row.properties
