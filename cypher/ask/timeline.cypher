// What somebody said and did, and what was said and done to them, day by day
//
// Statements and events in the order in which they happened; what the article does not
// date counts under the day that the article was published, unless another article
// dates it: happenedBasis tells which, and a table has "reported" before the article's
// day. Cue is the verb as written, of a statement or an event; a table has "not:" before
// what was not said, and behind an event's what makes it no fact ("must resign"). What
// several articles tell, an event or the same utterance, is one entry, at the earliest of
// them; alsoTold has the sentences of the others and further ones of its own, otherKeys
// the keys of their evidence.
//
// @question What happened around a person, state or organisation, day by day?
// @example  :params {of: "Choe Son Hui"}
// @mode    read
// @param   of: name  whose timeline; any alias
// @param   with: name = null  only what this one has a part in, too; any alias
// @param   from: date = null  on that day or later
// @param   to: date = null  on that day or earlier
// @param   allEvents: flag = false  also deeds that PLOVER has no type for: won, died, opened
// @param   limit: integer = 100  how many entries, the earliest first
// @returns happened, happenedTo, happenedBasis, kind, roles, who, cue, negated, factuality, content, alsoTold, otherKeys, article, published, source, key
// @shows   happened, who, cue, content, kind, roles, article, key
MATCH (:Name {key: toLower($of)})-[:NAMES]->(entity:Entity)
WITH collect(DISTINCT entity) AS entities
// Of one who is everywhere, the first days that fill an answer are looked into.
CALL (entities) {
  UNWIND entities AS entity
  MATCH (entity)-[:SAID|ABOUT|ADDRESSED_TO|ACTOR|RECIPIENT|TOOK_PLACE_IN]-(fact)
  WHERE ($from IS NULL OR fact.dayTo >= date($from))
    AND ($to IS NULL OR fact.day <= date($to))
  WITH fact.day AS day, collect(DISTINCT fact) AS facts
  ORDER BY day IS NULL, day
  RETURN collect({day: day, facts: facts}) AS days
}
CALL (days) {
  UNWIND days AS each
  UNWIND each.facts AS fact
  WITH each.day AS day, fact
  WHERE day IS NOT NULL
    AND ($allEvents OR fact.type IS NULL OR fact.type <> "OTHER")
    AND ($with IS NULL OR EXISTS {
      MATCH (fact)-[:SAID|ABOUT|ADDRESSED_TO|ACTOR|RECIPIENT|TOOK_PLACE_IN]-(other:Entity)
      WHERE toLower($with) IN other.names
    })
    AND NOT EXISTS { (fact)-[:SAME_AS|RESTATES]->() }
  WITH day
  LIMIT toInteger($limit)
  RETURN max(day) AS last, count(*) AS found
}
WITH
  days,
  last,
  found < coalesce(toInteger($limit), found + 1) AS isShort
UNWIND [each IN days WHERE isShort OR each.day <= last] AS each
UNWIND each.facts AS fact
MATCH (fact)-[reported:REPORTED_IN]->(article:Article)
WHERE ($allEvents OR fact.type IS NULL OR fact.type <> "OTHER")
  AND ($with IS NULL OR EXISTS {
    MATCH (fact)-[:SAID|ABOUT|ADDRESSED_TO|ACTOR|RECIPIENT|TOOK_PLACE_IN]-(other:Entity)
    WHERE toLower($with) IN other.names
  })
WITH
  fact,
  reported,
  article,
  fact.day AS happened,
  fact.dayTo AS happenedTo,
  coalesce(fact.dayBasis, "article") AS happenedBasis
// What tells again a fact that is shown stands with that one.
WHERE NOT EXISTS {
  MATCH (fact)-[:SAME_AS|RESTATES]->(first:Statement|Event)
  WHERE NOT EXISTS { (first)-[:SAME_AS|RESTATES]->() }
    AND ($from IS NULL OR first.dayTo >= date($from))
    AND ($to IS NULL OR first.day <= date($to))
    AND EXISTS {
      MATCH (first)-[:SAID|ABOUT|ADDRESSED_TO|ACTOR|RECIPIENT|TOOK_PLACE_IN]-(own:Entity)
      WHERE toLower($of) IN own.names
    }
    AND ($with IS NULL OR EXISTS {
      MATCH (first)-[:SAID|ABOUT|ADDRESSED_TO|ACTOR|RECIPIENT|TOOK_PLACE_IN]-(other:Entity)
      WHERE toLower($with) IN other.names
    })
}
WITH fact, reported, article, happened, happenedTo, happenedBasis
ORDER BY
  happened IS NULL,
  happened,
  coalesce(article.title, article.id),
  reported.start,
  fact.key
LIMIT toInteger($limit)
WITH
  fact,
  reported,
  article,
  happened,
  happenedTo,
  happenedBasis,
  COLLECT {
    MATCH (fact)-[part:SAID|ABOUT|ADDRESSED_TO|ACTOR|RECIPIENT|TOOK_PLACE_IN]-(own:Entity)
    WHERE toLower($of) IN own.names
    RETURN DISTINCT
      CASE type(part)
        WHEN "SAID" THEN "speaker"
        WHEN "ABOUT" THEN "about"
        WHEN "ADDRESSED_TO" THEN "addressee"
        WHEN "ACTOR" THEN "actor"
        WHEN "RECIPIENT" THEN "recipient"
        ELSE "place"
      END AS role
    ORDER BY role
  } AS roles,
  COLLECT {
    MATCH (fact)<-[:SAID]-(speaker:Entity)
    RETURN speaker.name AS name
    ORDER BY name
  } AS speakers,
  COLLECT {
    MATCH (fact)-[:ACTOR]->(actor:Entity)
    RETURN actor.name AS name
    ORDER BY name
  } AS actors
RETURN
  happened,
  happenedTo,
  happenedBasis,
  CASE
    WHEN fact:Event AND fact.type = "OTHER" THEN fact.verb
    WHEN fact:Event THEN fact.type
    WHEN fact.negated THEN "statement not made"
    ELSE "statement"
  END AS kind,
  roles,
  speakers + actors AS who,
  coalesce(fact.cue, fact.trigger) AS cue,
  coalesce(fact.negated, false) AS negated,
  fact.factuality AS factuality,
  CASE WHEN fact:Event THEN reported.evidence ELSE fact.text END AS content,
  coalesce(reported.otherEvidence, []) + COLLECT {
    MATCH (fact)<-[:SAME_AS|RESTATES]-(again)-[told:REPORTED_IN]->(teller:Article)
    RETURN coalesce(teller.title, teller.id) + ": " + told.evidence AS line
    ORDER BY line
  } AS alsoTold,
  COLLECT {
    MATCH (fact)<-[:SAME_AS|RESTATES]-(again)
    RETURN again.key AS again
    ORDER BY again
  } AS otherKeys,
  coalesce(article.title, article.id) AS article,
  article.published AS published,
  article.source AS source,
  fact.key AS key
ORDER BY happened IS NULL, happened, article, reported.start, key
LIMIT toInteger($limit)
