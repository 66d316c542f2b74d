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
  MATCH (named:Entity)-[:MENTIONED_IN]->(article:Article)
  WITH named, count(article) AS times
  ORDER BY times DESC
  LIMIT toInteger(30 + sqrt(2.0 * coalesce(toInteger($limit), 0)))
  MATCH (named)-[:MENTIONED_IN]->(article:Article)
  WHERE ($from IS NULL OR article.published >= date($from))
    AND ($to IS NULL OR article.published <= date($to))
  WITH article, named.key AS key
  ORDER BY key
  WITH article, collect(key) AS together
  UNWIND range(0, size(together) - 2) AS first
  UNWIND range(first + 1, size(together) - 1) AS second
  WITH together[first] AS one, together[second] AS other, count(*) AS articles
  ORDER BY articles DESC
  LIMIT toInteger($limit)
  RETURN collect(articles) AS best
}
WITH CASE WHEN size(best) >= toInteger($limit) THEN last(best) ELSE 1 END AS found
MATCH (named:Entity)-[:MENTIONED_IN]->(article:Article)
WITH named, found, count(article) AS times
WHERE times >= found AND times >= $least
MATCH (named)-[mention:MENTIONED_IN]->(article:Article)
WHERE ($from IS NULL OR article.published >= date($from))
  AND ($to IS NULL OR article.published <= date($to))
WITH named, article, mention.count AS times
ORDER BY named.key
WITH article, collect({entity: named, count: times}) AS together
UNWIND range(0, size(together) - 2) AS first
UNWIND range(first + 1, size(together) - 1) AS second
WITH
  article,
  together[first].entity AS one,
  together[second].entity AS other,
  together[first].count + together[second].count AS mentions
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
