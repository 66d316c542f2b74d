// What texts are: an article, or somebody's statement
//
// @mode    read
// @param   rows: rows  maps of key
// @returns kind, who, cue, negated, content, start, article, id, published, source, key, articleKey
UNWIND $rows AS row
MATCH (text:Text {key: row.key})-[:TEXT_OF]->(article:Article)
RETURN
  "article" AS kind,
  [] AS who,
  null AS cue,
  false AS negated,
  null AS content,
  -1 AS start,
  coalesce(article.title, article.id) AS article,
  article.id AS id,
  article.published AS published,
  article.source AS source,
  article.key AS key,
  article.key AS articleKey
UNION ALL
UNWIND $rows AS row
MATCH (statement:Statement {key: row.key})-[reported:REPORTED_IN]->(article:Article)
RETURN
  "statement" AS kind,
  COLLECT {
    MATCH (statement)<-[:SAID]-(speaker:Entity)
    RETURN speaker.name AS name
    ORDER BY name
  } AS who,
  statement.cue AS cue,
  statement.negated AS negated,
  statement.text AS content,
  reported.start AS start,
  coalesce(article.title, article.id) AS article,
  article.id AS id,
  article.published AS published,
  article.source AS source,
  statement.key AS key,
  article.key AS articleKey
