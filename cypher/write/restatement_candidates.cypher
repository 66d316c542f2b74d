// Find statements near in time by the same speakers
//
// @mode    write
// @param   rows: rows  maps of key, from and to: a speaker and a stretch of days
// @returns speaker, key, text, vector, from, to, article, published
UNWIND $rows AS row
MATCH (speaker:Entity {key: row.key})-[:SAID]->(statement:Statement)
MATCH (statement)-[:REPORTED_IN]->(article:Article)
WITH
  row, speaker, statement, article,
  coalesce(statement.saidFrom, article.published) AS from,
  coalesce(statement.saidTo, article.published) AS to
WHERE from <= row.to AND to >= row.from
RETURN
  speaker.key AS speaker,
  statement.key AS key,
  statement.text AS text,
  statement.vector AS vector,
  from,
  to,
  article.key AS article,
  article.published AS published
