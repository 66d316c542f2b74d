// Who did what to whom: criticised, supported, threatened, sanctioned
//
// Events in the terms of PLOVER; saidBy names who reports an event inside a statement,
// and is empty where the article itself tells it. Trigger is the verb as written; a
// table has behind it, in brackets, what is no fact: what somebody reports, denies or
// only considers ("must resign"). Where happenedBasis is "article", the article gives
// no day: the event counts under the article's, and a table has "reported" before it.
// Who has no name stands as the article has it ("12 people"); alsoTold has the other
// sentences of the article that tell the event.
//
// @question Who criticised, supported, threatened or sanctioned whom?
// @example  :params {type: "ACCUSE", actor: "North Korea"}
// @mode    read
// @param   type: string = null  what was done; criticising is ACCUSE
// @values  type: AGREE, CONSULT, SUPPORT, CONCEDE, COOPERATE, AID, RETREAT, REQUEST, REJECT, ACCUSE, THREATEN, PROTEST, SANCTION, MOBILIZE, COERCE, ASSAULT, OTHER
// @param   actor: name = null  who did it; any alias
// @param   recipient: name = null  to whom; any alias
// @param   from: date = null  on that day or later
// @param   to: date = null  on that day or earlier
// @param   allEvents: flag = false  also deeds that PLOVER has no type for: won, died, opened
// @param   limit: integer = 50  how many events, the latest first
// @returns type, mode, actors, trigger, verb, recipients, place, happened, happenedTo, happenedBasis, factuality, saidBy, evidence, alsoTold, article, published, source, key
// @shows   happened, actors, trigger, recipients, saidBy, type, evidence, article, key
// @start actor
MATCH (:Name {key: toLower($start)})-[:NAMES]->(:Entity)<-[:ACTOR]-(event:Event)
WITH DISTINCT event
// @start recipient
MATCH (:Name {key: toLower($start)})-[:NAMES]->(:Entity)<-[:RECIPIENT]-(event:Event)
WITH DISTINCT event
// @start
CALL () {
  MATCH (told:Event)
  WHERE told.day IS NOT NULL
    AND (told.type = toUpper($type) OR $type IS NULL AND ($allEvents OR told.type <> "OTHER"))
    AND ($from IS NULL OR told.dayTo >= date($from))
    AND ($to IS NULL OR told.day <= date($to))
  WITH told.day AS day, collect(told) AS some
  ORDER BY day DESC
  UNWIND some AS told
  MATCH (told)-[reported:REPORTED_IN]->(:Article)
  WHERE EXISTS { (told)-[:ACTOR|RECIPIENT]->() }
    OR any(each IN coalesce(reported.unnamed, []) WHERE each STARTS WITH "actor: ")
    OR any(each IN coalesce(reported.unnamed, []) WHERE each STARTS WITH "recipient: ")
  WITH day
  LIMIT toInteger($limit)
  RETURN collect(DISTINCT day) AS days, count(*) AS found
}
CALL (days, found) {
  UNWIND days AS day
  MATCH (event:Event {day: day})
  RETURN event
  UNION ALL
  WITH found
  WHERE found < coalesce(toInteger($limit), found + 1)
  MATCH (event:Event)
  WHERE event.day IS NULL
  RETURN event
}
WITH event
// @then event
MATCH (event)-[reported:REPORTED_IN]->(article:Article)
WHERE (event.type = toUpper($type) OR $type IS NULL AND ($allEvents OR event.type <> "OTHER"))
  AND ($actor IS NULL OR EXISTS {
      MATCH (event)-[:ACTOR]->(actor:Entity)
      WHERE toLower($actor) IN actor.names
    })
  AND ($recipient IS NULL OR EXISTS {
      MATCH (event)-[:RECIPIENT]->(recipient:Entity)
      WHERE toLower($recipient) IN recipient.names
    })
  AND (
    EXISTS { (event)-[:ACTOR|RECIPIENT]->() }
    OR any(each IN coalesce(reported.unnamed, []) WHERE each STARTS WITH "actor: ")
    OR any(each IN coalesce(reported.unnamed, []) WHERE each STARTS WITH "recipient: ")
  )
WITH
  event,
  reported,
  article,
  event.day AS happened,
  event.dayTo AS happenedTo
WHERE ($from IS NULL OR happenedTo >= date($from))
  AND ($to IS NULL OR happened <= date($to))
WITH event, reported, article, happened, happenedTo
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
  happened,
  happenedTo,
  COLLECT {
    MATCH (event)-[:ACTOR]->(actor:Entity)
    RETURN actor.name AS name
    ORDER BY name
  } + [
    each IN coalesce(reported.unnamed, []) WHERE each STARTS WITH "actor: " |
    substring(each, 7)
  ] AS actors,
  COLLECT {
    MATCH (event)-[:RECIPIENT]->(recipient:Entity)
    RETURN recipient.name AS name
    ORDER BY name
  } + [
    each IN coalesce(reported.unnamed, []) WHERE each STARTS WITH "recipient: " |
    substring(each, 11)
  ] AS recipients,
  COLLECT {
    MATCH (event)-[:TOOK_PLACE_IN]->(place:Entity)
    RETURN place.name AS name
    ORDER BY name
  } AS places,
  COLLECT {
    MATCH (event)<-[:ASSERTS]-(:Statement)<-[:SAID]-(speaker:Entity)
    RETURN DISTINCT speaker.name AS name
    ORDER BY name
  } AS saidBy
RETURN
  event.type AS type,
  event.mode AS mode,
  actors,
  event.trigger AS trigger,
  event.verb AS verb,
  recipients,
  head(places) AS place,
  happened,
  happenedTo,
  coalesce(event.dayBasis, "article") AS happenedBasis,
  event.factuality AS factuality,
  saidBy,
  reported.evidence AS evidence,
  coalesce(reported.otherEvidence, []) AS alsoTold,
  coalesce(article.title, article.id) AS article,
  article.published AS published,
  article.source AS source,
  event.key AS key
ORDER BY happened IS NULL, happened DESC, article, reported.start, key
LIMIT toInteger($limit)
