// Find events of some types near in time in which the same entities take part
//
// @mode    write
// @param   rows: rows  maps of key, types and days: a party, and stretches of days
// @returns parties, key, type, verb, mode, trigger, factuality, from, to, actors, recipients, named, place, article, published
UNWIND $rows AS row
MATCH (party:Entity {key: row.key})<-[:ACTOR|RECIPIENT]-(event:Event)
WHERE event.type IN row.types
  AND NOT party:Group
  // The day that is kept is that of the article itself, unless another one tells it.
  AND (
    coalesce(event.dayBasis = "other article", false)
    OR any(days IN row.days
      WHERE coalesce(event.day <= days.to AND event.dayTo >= days.from, true))
  )
MATCH (event)-[:REPORTED_IN]->(article:Article)
WITH
  row, party, event, article,
  coalesce(event.from, article.published) AS from,
  coalesce(event.to, article.published) AS to
WHERE any(days IN row.days WHERE from <= days.to AND to >= days.from)
WITH event, article, from, to, collect(DISTINCT party.key) AS parties
RETURN
  parties,
  event.key AS key,
  event.type AS type,
  event.verb AS verb,
  event.mode AS mode,
  event.trigger AS trigger,
  event.factuality AS factuality,
  event.from AS from,
  event.to AS to,
  COLLECT {
    MATCH (event)-[:ACTOR]->(actor:Entity)
    RETURN actor.key AS key
    ORDER BY key
  } AS actors,
  COLLECT {
    MATCH (event)-[:RECIPIENT]->(recipient:Entity)
    RETURN recipient.key AS key
    ORDER BY key
  } AS recipients,
  COLLECT {
    MATCH (event)-[:ACTOR|RECIPIENT]->(named:Entity)
    WHERE NOT named:Group
    RETURN DISTINCT named.key AS key
    ORDER BY key
  } AS named,
  head(COLLECT {
    MATCH (event)-[:TOOK_PLACE_IN]->(place:Entity)
    RETURN place.key AS key
    ORDER BY key
  }) AS place,
  article.key AS article,
  article.published AS published
