// Who and what is talked about most
//
// Counted by the statements that are about it, with how many speak of it. Groups of one
// article without a name ("officials") are left out. What has no day of its own counts on
// its article's.
//
// @question Whom and what do statements speak of most?
// @example  :params {speaker: "Choe Son Hui"}
// @mode    read
// @param   speaker: name = null  count this speaker's statements only; any alias
// @param   from: date = null  said on that day or later
// @param   to: date = null  said on that day or earlier
// @param   limit: integer = 20  how many
// @returns name, type, statements, speakers, articles, firstSaid, lastSaid, key
// @shows   name, type, statements, speakers, articles, firstSaid, lastSaid
// @start speaker
MATCH (:Name {key: toLower($start)})-[:NAMES]->(:Entity)-[:SAID]->(statement:Statement)
WITH DISTINCT statement
MATCH (entity:Entity)<-[:ABOUT]-(statement)
// @start
// Who has fewer links than the last of those with the most has statements is no answer.
MATCH (entity:Entity)<-[:ABOUT]-(statement)
WHERE entity.unnamed IS NULL
WITH entity, count(statement) AS links
ORDER BY links DESC
WITH collect({entity: entity, links: links}) AS ranked
WITH ranked, ranked[0..coalesce(toInteger($limit), size(ranked))] AS foremost
CALL (foremost) {
  UNWIND foremost AS each
  WITH each.entity AS entity
  OPTIONAL MATCH (entity)<-[:ABOUT]-(statement:Statement)
  WHERE NOT statement.negated
    AND ($from IS NULL OR statement.dayTo >= date($from))
    AND ($to IS NULL OR statement.day <= date($to))
  WITH entity, count(statement) AS statements
  RETURN min(statements) AS least
}
UNWIND ranked AS each
WITH each.entity AS entity, each.links AS links, least
WHERE links >= least
MATCH (entity)<-[:ABOUT]-(statement:Statement)
// @then entity, statement
MATCH (statement)-[:REPORTED_IN]->(article:Article)
WHERE NOT statement.negated
  AND entity.unnamed IS NULL
  AND ($from IS NULL OR statement.dayTo >= date($from))
  AND ($to IS NULL OR statement.day <= date($to))
  AND ($speaker IS NULL OR EXISTS {
      MATCH (statement)<-[:SAID]-(speaker:Entity)
      WHERE toLower($speaker) IN speaker.names
    })
OPTIONAL MATCH (statement)<-[:SAID]-(speaker:Entity)
RETURN
  entity.name AS name,
  entity.type AS type,
  count(DISTINCT statement) AS statements,
  count(DISTINCT speaker) AS speakers,
  count(DISTINCT article) AS articles,
  min(statement.day) AS firstSaid,
  max(statement.dayTo) AS lastSaid,
  entity.key AS key
ORDER BY statements DESC, articles DESC, name, key
LIMIT toInteger($limit)
