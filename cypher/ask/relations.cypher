// Who is married to, works for, owns or belongs to whom
//
// One row a pair and type of relation, with the articles that say so.
//
// @question Who stands in which relation to whom, and according to which articles?
// @example  :params {of: "Vladimir Putin", type: "SPOUSE_OF"}
// @mode    read
// @param   of: name = null  one of the two; any alias
// @param   type: string = null  of relation
// @param   limit: integer = 100  how many relations
// @values  type: SPOUSE_OF, PARENT_OF, SIBLING_OF, MEMBER_OF, WORKS_FOR, FOUNDED, PART_OF, HEADQUARTERED_IN, LOCATED_IN, BORN_IN, CITIZEN_OF, ALLY_OF, EDUCATED_AT
// @returns subject, type, object, articles, firstPublished, lastPublished, evidence, key
// @shows   subject, type, object, articles, firstPublished, lastPublished
// @start of
MATCH (:Name {key: toLower($start)})-[:NAMES]->(named:Entity)
MATCH (named)-[relation:RELATED_TO]-(:Entity)
// @start
MATCH (:Entity)-[relation:RELATED_TO]->(:Entity)
// @then relation
WITH DISTINCT relation, startNode(relation) AS first, endNode(relation) AS second
WHERE $type IS NULL OR relation.type = $type
// A marriage holds in both directions, however an article tells it.
WITH
  relation,
  first,
  second,
  relation.type IN ["SPOUSE_OF", "SIBLING_OF", "ALLY_OF"]
    AND first.key > second.key AS isTurned
WITH
  relation,
  CASE WHEN isTurned THEN second ELSE first END AS one,
  CASE WHEN isTurned THEN first ELSE second END AS other
OPTIONAL MATCH (article:Article {key: relation.article})
WITH one, relation, other, article
ORDER BY article.published, relation.article, relation.start
WITH
  one,
  other,
  relation.type AS type,
  count(DISTINCT relation.article) AS articles,
  min(article.published) AS firstPublished,
  max(article.published) AS lastPublished,
  head(collect(relation.evidence)) AS evidence
RETURN
  one.name AS subject,
  type,
  other.name AS object,
  articles,
  firstPublished,
  lastPublished,
  evidence,
  one.key AS key
ORDER BY subject, type, object, key, other.key
LIMIT toInteger($limit)
