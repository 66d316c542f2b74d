// Who and what is named in the same articles
//
// The co-mention network: one row a pair, with the number of articles that name both.
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
MATCH
  (one:Entity)-[mention:MENTIONED_IN]->(article:Article)<-[otherMention:MENTIONED_IN]-(other:Entity)
WHERE ($around IS NULL AND one.key < other.key
    OR toLower($around) IN one.names AND one.key <> other.key)
  AND ($from IS NULL OR article.published >= date($from))
  AND ($to IS NULL OR article.published <= date($to))
WITH
  one,
  other,
  count(DISTINCT article) AS articles,
  sum(mention.count + otherMention.count) AS mentions,
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
