// Articles by key, with where each came from
//
// @mode    read
// @param   rows: rows  one map an article, with its key
// @returns key, id, title, source, url, published
UNWIND $rows AS row
MATCH (article:Article {key: row.key})
RETURN
  article.key AS key,
  article.id AS id,
  article.title AS title,
  article.source AS source,
  article.url AS url,
  article.published AS published
ORDER BY key
