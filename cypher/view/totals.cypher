// How much the graph holds, and the days its articles span
//
// @mode    read
// @returns articles, undated, statements, events, published_from, published_to
MATCH (article:Article)
WITH
  count(article) AS articles,
  count(article.published) AS dated,
  min(article.published) AS published_from,
  max(article.published) AS published_to
RETURN
  articles,
  articles - dated AS undated,
  COUNT { MATCH (statement:Statement) } AS statements,
  COUNT { MATCH (event:Event) WHERE event.type <> "OTHER" } AS events,
  published_from,
  published_to
