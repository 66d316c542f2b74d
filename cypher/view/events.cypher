// Events that chosen entities took part in, with the sentences they stand in
//
// Deeds that PLOVER has no type for (OTHER) are left to the questions.
//
// @mode    read
// @param   rows: rows         one map an entity, with its key
// @param   from: date = null  ISO day; earlier events are left out
// @param   to: date = null    ISO day; later events are left out
// @returns key, type, mode, factuality, from, to, actors, recipients, places, asserted, article, start, evidence, triggerStart, triggerEnd
UNWIND $rows AS row
MATCH (entity:Entity {key: row.key})<-[:ACTOR|RECIPIENT|TOOK_PLACE_IN]-(event:Event)
WHERE event.type <> "OTHER"
WITH DISTINCT event
MATCH (event)-[report:REPORTED_IN]->(article:Article)
WHERE ($from IS NULL OR coalesce(event.to, article.published) >= date($from))
  AND ($to IS NULL OR coalesce(event.from, article.published) <= date($to))
RETURN
  event.key AS key,
  event.type AS type,
  event.mode AS mode,
  event.factuality AS factuality,
  event.from AS from,
  event.to AS to,
  COLLECT {
    MATCH (event)-[:ACTOR]->(actor:Entity)
    RETURN {key: actor.key, name: actor.name}
  } AS actors,
  COLLECT {
    MATCH (event)-[:RECIPIENT]->(recipient:Entity)
    RETURN {key: recipient.key, name: recipient.name}
  } AS recipients,
  COLLECT {
    MATCH (event)-[:TOOK_PLACE_IN]->(place:Entity)
    RETURN {key: place.key, name: place.name}
  } AS places,
  EXISTS { MATCH (:Statement)-[:ASSERTS]->(event) } AS asserted,
  article.key AS article,
  report.start AS start,
  report.evidence AS evidence,
  report.triggerStart AS triggerStart,
  report.triggerEnd AS triggerEnd
ORDER BY article, start, key
