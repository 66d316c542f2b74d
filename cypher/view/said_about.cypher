// Who made statements about whom, and how many
//
// @mode    read
// @param   from: date = null  ISO day; earlier statements do not count
// @param   to: date = null    ISO day; later statements do not count
// @returns source, target, count
MATCH (speaker:Entity)-[:SAID]->(statement:Statement)-[:ABOUT]->(subject:Entity)
MATCH (statement)-[:REPORTED_IN]->(article:Article)
WHERE ($from IS NULL OR coalesce(statement.saidTo, article.published) >= date($from))
  AND ($to IS NULL OR coalesce(statement.saidFrom, article.published) <= date($to))
RETURN
  speaker.key AS source,
  subject.key AS target,
  count(DISTINCT statement) AS count
ORDER BY source, target
