// Articles by id, title or key, or by the first digits of the key
//
// @mode    read
// @param   article: string  what it is told by
// @returns key, id, title, source, url, published, isKept
MATCH (article:Article)
WHERE $article IN [article.key, article.title]
  OR $article IN article.ids
  OR size($article) >= 4 AND article.key STARTS WITH $article
RETURN
  article.key AS key,
  article.id AS id,
  article.title AS title,
  article.source AS source,
  article.url AS url,
  article.published AS published,
  EXISTS { (:Text)-[:TEXT_OF]->(article) } AS isKept
ORDER BY id, key
