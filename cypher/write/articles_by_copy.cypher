// Find articles by the id of any copy, where there are several
//
// @mode    write
// @param   rows: rows  maps of id
// @returns article
MATCH (article:Article)
WHERE article.copies > 1
  AND any(row IN $rows WHERE row.id IN article.ids)
RETURN properties(article) AS article
