// Whom names were taken for, the least sure first
//
// @mode    read
// @returns entity, other, score, reason, article, key, otherKey
MATCH (person:Entity)-[alone:NAMED_ALONE_IN]->(article:Article)
MATCH (person)-[mention:MENTIONED_IN]->(article)
RETURN
  person.name AS entity,
  mention.name AS other,
  alone.score AS score,
  alone.reason AS reason,
  article.id AS article,
  person.key AS key,
  alone.entity AS otherKey
ORDER BY score, key, article
