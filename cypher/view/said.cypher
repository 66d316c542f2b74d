// Who made which statement, and what says when
//
// @mode    read
// @param   from: date = null  ISO day; earlier statements are left out
// @param   to: date = null    ISO day; later statements are left out
// @returns entity, statement, saidFrom, saidTo, saidBasis, published
MATCH (speaker:Entity)-[:SAID]->(statement:Statement)-[:REPORTED_IN]->(article:Article)
WHERE ($from IS NULL OR coalesce(statement.saidTo, article.published) >= date($from))
  AND ($to IS NULL OR coalesce(statement.saidFrom, article.published) <= date($to))
RETURN
  speaker.key AS entity,
  statement.key AS statement,
  statement.saidFrom AS saidFrom,
  statement.saidTo AS saidTo,
  statement.saidBasis AS saidBasis,
  article.published AS published
ORDER BY statement, entity
