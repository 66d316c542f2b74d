// Where an answer comes from: article, offsets, sentence
//
// Give the key of a statement, event or figure (or its first digits), or an article.
// Offsets count characters of the article's text, the end not included. Before and after
// are the sentences beside it, which kg adds where the graph keeps the text; in a table
// they stand around the evidence, which >>> and <<< mark.
//
// @question Which characters of which article does an answer rest on?
// @example  :params {article: "000_6e71db042b8d062d"}
// @mode    read
// @param   key: string = null  key of a statement, event or figure, or its first digits
// @param   article: string = null  key, id or title of the article
// @param   limit: integer = 100  how many facts
// @returns kind, who, cue, negated, factuality, content, before, evidence, after, start, end, article, id, url, published, source, key, articleKey
// @shows   kind, who, cue, factuality, content, evidence, id, start, end, key
// @start key
CALL () {
  MATCH (fact:Statement)
  WHERE fact.key STARTS WITH $start
  RETURN fact
  UNION ALL
  MATCH (fact:Event)
  WHERE fact.key STARTS WITH $start
  RETURN fact
  UNION ALL
  MATCH (fact:Figure)
  WHERE fact.key STARTS WITH $start
  RETURN fact
}
MATCH (fact)-[reported:REPORTED_IN]->(article:Article)
// @start article
MATCH (found:Article)
WHERE $start IN [found.key, found.title]
  OR $start IN found.ids
WITH found AS article
MATCH (article)<-[reported:REPORTED_IN]-(fact)
// @start
CALL () {
  MATCH (found:Article)
  WITH found
  ORDER BY found.id
  MATCH (found)<-[:REPORTED_IN]-(fact)
  WITH found
  LIMIT toInteger($limit)
  RETURN collect(DISTINCT found) AS articles
}
UNWIND articles AS article
MATCH (article)<-[reported:REPORTED_IN]-(fact)
// @then fact, reported, article
WITH fact, reported, article
WHERE ($key IS NULL OR fact.key STARTS WITH $key)
  AND (
    $article IS NULL
    OR $article IN [article.key, article.title]
    OR $article IN article.ids
  )
WITH
  fact,
  reported,
  article,
  CASE
    WHEN fact:Statement THEN "Statement"
    WHEN fact:Event THEN "Event " + fact.type
    ELSE "Figure"
  END AS kind
ORDER BY article.id, reported.start, reported.end, kind, fact.key
LIMIT toInteger($limit)
RETURN
  kind,
  COLLECT {
    MATCH (fact)<-[:SAID]-(speaker:Entity)
    RETURN speaker.name AS name
    ORDER BY name
  } + COLLECT {
    MATCH (fact)-[:ACTOR]->(actor:Entity)
    RETURN actor.name AS name
    ORDER BY name
  } AS who,
  fact.cue AS cue,
  coalesce(fact.negated, false) AS negated,
  fact.factuality AS factuality,
  coalesce(fact.text, fact.trigger) AS content,
  null AS before,
  reported.evidence AS evidence,
  null AS after,
  reported.start AS start,
  reported.end AS end,
  coalesce(article.title, article.id) AS article,
  article.id AS id,
  article.url AS url,
  article.published AS published,
  article.source AS source,
  fact.key AS key,
  article.key AS articleKey
ORDER BY id, start, end, kind, key
LIMIT toInteger($limit)
