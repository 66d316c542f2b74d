// Delete the texts of articles
//
// @mode    write
// @param   rows: rows  maps of key
// @returns nothing
UNWIND $rows AS row
MATCH (article:Article {key: row.key})<-[:TEXT_OF]-(text:Text)
DETACH DELETE text
