// Find articles by key, with what reading them depended on
//
// @mode    read
// @param   rows: rows  maps of key
// @returns key, ids, titles, sources, urls, origins, published, extractor
UNWIND $rows AS row
MATCH (article:Article {key: row.key})
RETURN
  article.key AS key,
  article.ids AS ids,
  article.titles AS titles,
  article.sources AS sources,
  article.urls AS urls,
  article.origins AS origins,
  article.published AS published,
  article.extractor AS extractor
