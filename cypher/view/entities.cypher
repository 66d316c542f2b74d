// Entities, with how many articles mention them, and how often
//
// @mode    read
// @param   from: date = null  ISO day; earlier articles do not count
// @param   to: date = null    ISO day; later ones do not count
// @returns key, name, type, articles, mentions
MATCH (entity:Entity)
WHERE entity.key IS NOT NULL AND entity.names IS NOT NULL
OPTIONAL MATCH (entity)-[mention:MENTIONED_IN]->(article:Article)
WHERE ($from IS NULL OR article.published >= date($from))
  AND ($to IS NULL OR article.published <= date($to))
RETURN
  entity.key AS key,
  entity.name AS name,
  entity.type AS type,
  count(article) AS articles,
  coalesce(sum(mention.count), 0) AS mentions
