// The articles in the graph
//
// With the number of facts that each one gave. Copies of one text are one article.
//
// @question Which articles are in the graph, and what did each one give?
// @example  :params {source: "Reuters"}
// @mode    read
// @param   title: string = null  words of the title
// @param   source: string = null  the publisher
// @param   from: date = null  published on that day or later
// @param   to: date = null  published on that day or earlier
// @param   limit: integer = 100  how many articles, the latest first
// @returns id, title, source, published, publishedBasis, copies, entities, statements, events, figures, url, key
// @shows   published, id, title, source, entities, statements, events, figures
MATCH (article:Article)
WHERE ($title IS NULL OR toLower(article.title) CONTAINS toLower($title))
  AND ($source IS NULL OR any(source IN article.sources WHERE toLower(source) = toLower($source)))
  AND ($from IS NULL OR article.published >= date($from))
  AND ($to IS NULL OR article.published <= date($to))
WITH article
ORDER BY article.published IS NULL, article.published DESC, article.id, article.key
LIMIT toInteger($limit)
RETURN
  article.id AS id,
  article.title AS title,
  article.source AS source,
  article.published AS published,
  article.publishedBasis AS publishedBasis,
  article.copies AS copies,
  COUNT { (:Entity)-[:MENTIONED_IN]->(article) } AS entities,
  COUNT { (:Statement)-[:REPORTED_IN]->(article) } AS statements,
  COUNT {
    (event:Event)-[:REPORTED_IN]->(article)
    WHERE event.type <> "OTHER"
  } AS events,
  COUNT { (:Figure)-[:REPORTED_IN]->(article) } AS figures,
  article.url AS url,
  article.key AS key
ORDER BY published IS NULL, published DESC, id, key
LIMIT toInteger($limit)
