// What somebody said and did, and what was said and done to them, day by day
//
// Statements and events in the order in which they happened; what the article does not
// date counts under the day that the article was published.
//
// @question What happened around a person, state or organisation, day by day?
// @example  :params {of: "Choe Son Hui"}
// @mode    read
// @param   of: name  whose timeline; any alias
// @param   from: date = null  on that day or later
// @param   to: date = null  on that day or earlier
// @param   allEvents: flag = false  also deeds that PLOVER has no type for: won, died, opened
// @param   limit: integer = 100  how many entries, the earliest first
// @returns happened, happenedTo, kind, roles, who, content, article, published, source, key
// @shows   happened, kind, roles, who, content, article
MATCH (entity:Entity)
WHERE toLower($of) IN entity.names
CALL (entity) {
  MATCH (entity)-[:SAID]->(fact:Statement)
  RETURN fact, "speaker" AS role
  UNION
  MATCH (entity)<-[:ABOUT]-(fact:Statement)
  RETURN fact, "about" AS role
  UNION
  MATCH (entity)<-[:ADDRESSED_TO]-(fact:Statement)
  RETURN fact, "addressee" AS role
  UNION
  MATCH (entity)<-[:ACTOR]-(fact:Event)
  RETURN fact, "actor" AS role
  UNION
  MATCH (entity)<-[:RECIPIENT]-(fact:Event)
  RETURN fact, "recipient" AS role
  UNION
  MATCH (entity)<-[:TOOK_PLACE_IN]-(fact:Event)
  RETURN fact, "place" AS role
}
WITH fact, role
WHERE $allEvents OR fact.type IS NULL OR fact.type <> "OTHER"
ORDER BY role
WITH fact, collect(DISTINCT role) AS roles
MATCH (fact)-[reported:REPORTED_IN]->(article:Article)
WITH
  fact,
  roles,
  reported,
  article,
  COLLECT {
    MATCH (speaker:Entity)-[:SAID]->(fact)
    RETURN speaker.name AS name
    ORDER BY name
  } AS speakers,
  COLLECT {
    MATCH (fact)-[:ACTOR]->(actor:Entity)
    RETURN actor.name AS name
    ORDER BY name
  } AS actors,
  coalesce(fact.saidFrom, fact.from, article.published) AS happened,
  coalesce(fact.saidTo, fact.to, article.published) AS happenedTo
WHERE ($from IS NULL OR happenedTo >= date($from))
  AND ($to IS NULL OR happened <= date($to))
RETURN
  happened,
  happenedTo,
  CASE
    WHEN fact:Event AND fact.type = "OTHER" THEN fact.verb
    WHEN fact:Event THEN fact.type
    WHEN fact.negated THEN "statement not made"
    ELSE "statement"
  END AS kind,
  roles,
  speakers + actors AS who,
  CASE WHEN fact:Event THEN reported.evidence ELSE fact.text END AS content,
  coalesce(article.title, article.id) AS article,
  article.published AS published,
  article.source AS source,
  fact.key AS key
ORDER BY happened IS NULL, happened, article, reported.start, key
LIMIT toInteger($limit)
