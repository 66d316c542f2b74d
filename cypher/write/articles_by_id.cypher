// Find articles by the id of their first copy
//
// @mode    write
// @param   rows: rows  maps of id
// @returns article
UNWIND $rows AS row
MATCH (article:Article {id: row.id})
RETURN properties(article) AS article
