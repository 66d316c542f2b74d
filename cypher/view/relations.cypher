// Relations of chosen entities, with the sentences that say so
//
// Those of a state, a body or a place are many and stand with whoever they are of: its
// citizens, its staff. A marriage stands with both.
//
// @mode    read
// @param   rows: rows  one map an entity, with its key
// @returns subject, type, object, article, start, evidence
UNWIND $rows AS row
MATCH (chosen:Entity {key: row.key})-[relation:RELATED_TO]-(:Entity)
WHERE startNode(relation) = chosen
  OR relation.type IN ["SPOUSE_OF", "SIBLING_OF", "ALLY_OF", "PARENT_OF"]
WITH DISTINCT relation, startNode(relation) AS subject, endNode(relation) AS object
RETURN
  {key: subject.key, name: subject.name} AS subject,
  relation.type AS type,
  {key: object.key, name: object.name} AS object,
  relation.article AS article,
  relation.start AS start,
  relation.evidence AS evidence
ORDER BY article, start, type, subject.key, object.key
