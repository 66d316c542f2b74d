// Which of these articles are in the graph
//
// @mode    read
// @param   rows: rows  maps of key
// @returns key
UNWIND $rows AS row
MATCH (article:Article {key: row.key})
RETURN article.key AS key
