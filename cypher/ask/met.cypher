// Who met whom, where and when
//
// Meetings, talks, visits and calls (CONSULT in the terms of PLOVER). Where
// happenedBasis is "article", the article gives no day: the meeting counts under the
// article's, and a table has "reported" before it. Trigger is the verb as written, in a
// table with what makes it no fact ("will meet"). Who has no name stands as the article
// has it ("officials"). A meeting of which the article tells one party alone is left out,
// save a visit to a place, which is the place of the event and none of those who met.
//
// @question Who met whom, where and when?
// @example  :params {who: "Choe Son Hui", with: "Sergei Lavrov"}
// @mode    read
// @param   who: name = null  one who took part; any alias
// @param   with: name = null  another who took part; any alias
// @param   place: name = null  where they met
// @param   from: date = null  met on that day or later
// @param   to: date = null  met on that day or earlier
// @param   limit: integer = 50  how many meetings, the latest first
// @returns who, place, happened, happenedTo, happenedBasis, mode, factuality, trigger, evidence, article, published, source, key
// @shows   happened, who, trigger, place, evidence, article, key
// @start who
MATCH (:Name {key: toLower($start)})-[:NAMES]->(:Entity)<-[:ACTOR|RECIPIENT]-(event:Event)
WHERE event.type = "CONSULT"
WITH DISTINCT event
// @start with
MATCH (:Name {key: toLower($start)})-[:NAMES]->(:Entity)<-[:ACTOR|RECIPIENT]-(event:Event)
WHERE event.type = "CONSULT"
WITH DISTINCT event
// @start place
MATCH (:Name {key: toLower($start)})-[:NAMES]->(:Entity)<-[:TOOK_PLACE_IN]-(event:Event)
WHERE event.type = "CONSULT"
WITH DISTINCT event
// @start
MATCH (event:Event {type: "CONSULT"})
// @then event
MATCH (event)-[reported:REPORTED_IN]->(article:Article)
WITH
  event,
  reported,
  article,
  COLLECT {
    MATCH (event)-[:ACTOR|RECIPIENT]->(party:Entity)
    WHERE NOT party:Location
    RETURN DISTINCT party.name AS name
    ORDER BY name
  } AS named,
  [
    each IN coalesce(reported.unnamed, [])
    WHERE each STARTS WITH "actor: " OR each STARTS WITH "recipient: " |
    substring(each, CASE WHEN each STARTS WITH "actor: " THEN 7 ELSE 11 END)
  ] AS unnamed
WHERE named <> []
  AND (
    size(named) + size(unnamed) > 1
    OR event.mode = "visit" AND EXISTS { (event)-[:TOOK_PLACE_IN]->() }
  )
  AND ($who IS NULL OR EXISTS {
      MATCH (event)-[:ACTOR|RECIPIENT]->(party:Entity)
      WHERE toLower($who) IN party.names
    })
  AND ($with IS NULL OR EXISTS {
      MATCH (event)-[:ACTOR|RECIPIENT]->(party:Entity)
      WHERE toLower($with) IN party.names
    })
  AND ($place IS NULL OR EXISTS {
      MATCH (event)-[:TOOK_PLACE_IN]->(place:Entity)
      WHERE toLower($place) IN place.names
    })
WITH
  event,
  reported,
  article,
  named + unnamed AS who,
  event.day AS happened,
  event.dayTo AS happenedTo
WHERE ($from IS NULL OR happenedTo >= date($from))
  AND ($to IS NULL OR happened <= date($to))
WITH event, reported, article, who, happened, happenedTo
ORDER BY
  happened IS NULL,
  happened DESC,
  coalesce(article.title, article.id),
  reported.start,
  event.key
LIMIT toInteger($limit)
WITH
  event,
  reported,
  article,
  who,
  happened,
  happenedTo,
  COLLECT {
    MATCH (event)-[:TOOK_PLACE_IN]->(place:Entity)
    RETURN place.name AS name
    ORDER BY name
  } AS places
RETURN
  who,
  head(places) AS place,
  happened,
  happenedTo,
  coalesce(event.dayBasis, "article") AS happenedBasis,
  event.mode AS mode,
  event.factuality AS factuality,
  event.trigger AS trigger,
  reported.evidence AS evidence,
  coalesce(article.title, article.id) AS article,
  article.published AS published,
  article.source AS source,
  event.key AS key
ORDER BY happened IS NULL, happened DESC, article, reported.start, key
LIMIT toInteger($limit)
