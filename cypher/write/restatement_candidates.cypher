// Find statements near in time by the same speakers
//
// @mode    write
// @param   rows: rows  maps of key and days: a speaker, and stretches of days
// @returns speaker, key, text, vector, from, to, article, published
UNWIND $rows AS row
MATCH (speaker:Entity {key: row.key})-[:SAID]->(statement:Statement)
// The day that is kept is that of the article itself, unless another one tells it.
WHERE coalesce(statement.dayBasis = "other article", false)
  OR any(days IN row.days
    WHERE coalesce(statement.day <= days.to AND statement.dayTo >= days.from, true))
MATCH (statement)-[:REPORTED_IN]->(article:Article)
WITH
  row, speaker, statement, article,
  coalesce(statement.saidFrom, article.published) AS from,
  coalesce(statement.saidTo, article.published) AS to
WHERE any(days IN row.days WHERE from <= days.to AND to >= days.from)
RETURN
  speaker.key AS speaker,
  statement.key AS key,
  statement.text AS text,
  statement.vector AS vector,
  from,
  to,
  article.key AS article,
  article.published AS published
