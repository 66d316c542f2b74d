// Who and what is named in the same articles
//
// The co-mention network: one row a pair, with the number of articles that name both.
// No pair is named in more articles than either of its two: of all pairs, the best of
// the most named say how often an entity must be named to be in the answer.
//
// @question Who and what is named together, and in how many articles?
// @example  :params {around: "Choe Son Hui"}
// @mode    read
// @param   around: name = null  only pairs with this one; any alias
// @param   from: date = null  published on that day or later
// @param   to: date = null  published on that day or earlier
// @param   least: integer = 1  the least number of articles
// @param   limit: integer = 50  how many pairs
// @returns one, oneType, other, otherType, articles, mentions, firstPublished, lastPublished, oneKey, otherKey
// @shows   one, other, articles, mentions, firstPublished, lastPublished
// @start around
MATCH (:Name {key: toLower($start)})-[:NAMES]->(one:Entity)
MATCH (one)-[mention:MENTIONED_IN]->(article:Article)
WHERE ($from IS NULL OR article.published >= date($from))
  AND ($to IS NULL OR article.published <= date($to))
WITH one, article, mention.count AS times
MATCH (article)<-[otherMention:MENTIONED_IN]-(other)
WHERE other <> one
WITH one, other, article, times + otherMention.count AS mentions
// @start
CALL () {
  MATCH (named:Entity)
  WITH named, COUNT { (named)-[:MENTIONED_IN]->() } AS times
  ORDER BY times DESC
  LIMIT 100
  MATCH (named)-[:MENTIONED_IN]->(article:Article)
  WHERE ($from IS NULL OR article.published >= date($from))
    AND ($to IS NULL OR article.published <= date($to))
  WITH article, collect(named.key) AS together
  UNWIND together AS one
  UNWIND together AS other
  WITH one, other
  WHERE one < other
  WITH one, other, count(*) AS articles
  ORDER BY articles DESC
  LIMIT toInteger($limit)
  RETURN collect(articles) AS best
}
WITH CASE WHEN size(best) >= toInteger($limit) THEN last(best) ELSE 1 END AS found
MATCH (named:Entity)
WITH named, found, COUNT { (named)-[:MENTIONED_IN]->() } AS times
WHERE times >= found AND times >= $least
MATCH (named)-[mention:MENTIONED_IN]->(article:Article)
WHERE ($from IS NULL OR article.published >= date($from))
  AND ($to IS NULL OR article.published <= date($to))
WITH article, collect({entity: named, key: named.key, count: mention.count}) AS together
UNWIND together AS first
UNWIND together AS second
WITH article, first, second
WHERE first.key < second.key
WITH
  article,
  first.entity AS one,
  second.entity AS other,
  first.count + second.count AS mentions
// @then one, other, article, mentions
WITH
  one,
  other,
  count(article) AS articles,
  sum(mentions) AS mentions,
  min(article.published) AS firstPublished,
  max(article.published) AS lastPublished
WHERE articles >= $least
RETURN
  one.name AS one,
  one.type AS oneType,
  other.name AS other,
  other.type AS otherType,
  articles,
  mentions,
  firstPublished,
  lastPublished,
  one.key AS oneKey,
  other.key AS otherKey
ORDER BY articles DESC, mentions DESC, one, other, oneKey, otherKey
LIMIT toInteger($limit)
