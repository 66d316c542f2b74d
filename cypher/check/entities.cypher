// Entities in the order of their keys, with how many articles mention each
//
// @mode    read
// @param   after: string  the key before the first
// @param   limit: integer  how many
// @returns labels, entity, articles, names
MATCH (entity:Entity)
WHERE entity.key > $after
WITH entity
ORDER BY entity.key
LIMIT $limit
OPTIONAL MATCH (entity)-[:MENTIONED_IN]->(article:Article)
WITH entity, count(article.key) AS articles
RETURN
  labels(entity) AS labels,
  properties(entity) AS entity,
  articles,
  COUNT { MATCH (:Name)-[:NAMES]->(entity) } AS names
