// Entities in the order of their keys, with how many articles mention each
//
// @mode    read
// @param   after: string  the key before the first
// @param   limit: integer  how many
// @returns labels, entity, articles
MATCH (entity:Entity)
WHERE entity.key > $after
WITH entity
ORDER BY entity.key
LIMIT $limit
OPTIONAL MATCH (entity)-[:MENTIONED_IN]->(article:Article)
RETURN
  labels(entity) AS labels,
  properties(entity) AS entity,
  count(article.key) AS articles
