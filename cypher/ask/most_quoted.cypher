// Who is quoted most
//
// With the spread of articles that quote them. Statements that the article says were
// not made do not count, nor do groups of one article without a name ("officials"). What
// has no day of its own counts on its article's.
//
// @question Who is quoted most, and in how many articles?
// @example  :params {about: "Russia"}
// @mode    read
// @param   about: name = null  count statements about this only; any alias
// @param   from: date = null  said on that day or later
// @param   to: date = null  said on that day or earlier
// @param   limit: integer = 20  how many speakers
// @returns name, type, statements, articles, sources, firstSaid, lastSaid, key
// @shows   name, type, statements, articles, firstSaid, lastSaid
// @start about
MATCH (:Name {key: toLower($start)})-[:NAMES]->(:Entity)<-[:ABOUT]-(statement:Statement)
WITH DISTINCT statement
MATCH (speaker:Entity)-[:SAID]->(statement)
// @start
// Who has fewer links than the last of those with the most has statements is no answer.
MATCH (speaker:Entity)-[:SAID]->(statement)
WHERE speaker.unnamed IS NULL
WITH speaker, count(statement) AS links
ORDER BY links DESC
WITH collect({speaker: speaker, links: links}) AS ranked
WITH ranked, ranked[0..coalesce(toInteger($limit), size(ranked))] AS foremost
CALL (foremost) {
  UNWIND foremost AS each
  WITH each.speaker AS speaker
  OPTIONAL MATCH (speaker)-[:SAID]->(statement:Statement)
  WHERE NOT statement.negated
    AND ($from IS NULL OR statement.dayTo >= date($from))
    AND ($to IS NULL OR statement.day <= date($to))
  WITH speaker, count(statement) AS statements
  RETURN min(statements) AS least
}
UNWIND ranked AS each
WITH each.speaker AS speaker, each.links AS links, least
WHERE links >= least
MATCH (speaker)-[:SAID]->(statement:Statement)
// @then speaker, statement
MATCH (statement)-[:REPORTED_IN]->(article:Article)
WHERE NOT statement.negated
  AND speaker.unnamed IS NULL
  AND ($from IS NULL OR statement.dayTo >= date($from))
  AND ($to IS NULL OR statement.day <= date($to))
  AND ($about IS NULL OR EXISTS {
      MATCH (statement)-[:ABOUT]->(subject:Entity)
      WHERE toLower($about) IN subject.names
    })
RETURN
  speaker.name AS name,
  speaker.type AS type,
  count(DISTINCT statement) AS statements,
  count(DISTINCT article) AS articles,
  count(DISTINCT article.source) AS sources,
  min(statement.day) AS firstSaid,
  max(statement.dayTo) AS lastSaid,
  speaker.key AS key
ORDER BY statements DESC, articles DESC, name, key
LIMIT toInteger($limit)
