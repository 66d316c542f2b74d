// Read back the texts of articles
//
// @mode    write
// @param   rows: rows  maps of key
// @returns article, node
UNWIND $rows AS row
MATCH (article:Article {key: row.key})<-[:TEXT_OF]-(text:Text)
RETURN article.key AS article, properties(text) AS node
