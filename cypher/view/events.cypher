// Chosen events, with the sentences they stand in
//
// @mode    read
// @param   rows: rows  one map an event, with its key
// @returns key, type, mode, factuality, day, dayTo, dayBasis, actors, recipients, places, asserted, article, start, evidence, triggerStart, triggerEnd
UNWIND $rows AS row
MATCH (event:Event {key: row.key})-[report:REPORTED_IN]->(article:Article)
RETURN
  event.key AS key,
  event.type AS type,
  event.mode AS mode,
  event.factuality AS factuality,
  event.day AS day,
  event.dayTo AS dayTo,
  event.dayBasis AS dayBasis,
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
