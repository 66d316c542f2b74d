// Write the texts of articles
//
// @mode    write
// @param   rows: rows  maps of key and properties
// @returns nothing
UNWIND $rows AS row
MERGE (text:Text {key: row.key})
SET text = row.properties
