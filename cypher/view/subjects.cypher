// Whom which statement is about, and what says when it was made
//
// @mode    read
// @param   from: date = null  ISO day; earlier statements are left out
// @param   to: date = null    ISO day; later statements are left out
// @returns entity, statement, saidFrom, saidTo, saidBasis, published
MATCH (subject:Entity)<-[:ABOUT]-(statement:Statement)-[:REPORTED_IN]->(article:Article)
WHERE ($from IS NULL OR coalesce(statement.saidTo, article.published) >= date($from))
  AND ($to IS NULL OR coalesce(statement.saidFrom, article.published) <= date($to))
RETURN
  subject.key AS entity,
  statement.key AS statement,
  statement.saidFrom AS saidFrom,
  statement.saidTo AS saidTo,
  statement.saidBasis AS saidBasis,
  article.published AS published
ORDER BY statement, entity
