// How an article mentions an entity
//
// @mode    read
// @param   key: string  the entity's key
// @param   article: string  the article's id or key
// @returns article, judged, alone
MATCH (entity:Entity {key: $key})-[:MENTIONED_IN]->(article:Article)
WHERE $article = article.key OR $article IN article.ids
OPTIONAL MATCH (entity)-[alone:NAMED_ALONE_IN]->(article)
RETURN
  article.key AS article,
  article.judged AS judged,
  alone.entity AS alone
ORDER BY article
