// Articles that mention chosen entities
//
// @mode    read
// @param   rows: rows         one map an entity, with its key
// @param   from: date = null  ISO day; earlier articles are left out
// @param   to: date = null    ISO day; later articles are left out
// @returns entity, article, published, count
UNWIND $rows AS row
MATCH (entity:Entity {key: row.key})-[mention:MENTIONED_IN]->(article:Article)
WHERE ($from IS NULL OR article.published >= date($from))
  AND ($to IS NULL OR article.published <= date($to))
RETURN
  entity.key AS entity,
  article.key AS article,
  article.published AS published,
  mention.count AS count
ORDER BY entity, article
