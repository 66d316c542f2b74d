// Find statements that quote the same words, and who made each
//
// @mode    write
// @param   rows: rows  maps of key: a wording
// @returns wording, key, text, vector, from, to, basis, article, published, speakers
UNWIND $rows AS row
MATCH (statement:Statement {wording: row.key})-[:REPORTED_IN]->(article:Article)
RETURN
  statement.wording AS wording,
  statement.key AS key,
  statement.text AS text,
  statement.vector AS vector,
  coalesce(statement.saidFrom, article.published) AS from,
  coalesce(statement.saidTo, article.published) AS to,
  statement.saidBasis AS basis,
  article.key AS article,
  article.published AS published,
  COLLECT {
    MATCH (speaker:Entity)-[:SAID]->(statement)
    RETURN speaker.key AS key
    ORDER BY key
  } AS speakers
