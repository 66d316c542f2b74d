// Claim articles by key, new or known
//
// Setting the key anew locks the node: a second writer waits here.
//
// @mode    write
// @param   rows: rows  maps of key
// @returns article
UNWIND $rows AS row
MERGE (article:Article {key: row.key})
  ON CREATE SET article.copies = 0
SET article.key = row.key
RETURN properties(article) AS article
