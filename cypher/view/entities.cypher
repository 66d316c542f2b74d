// Entities with the counts that say how important each one is
//
// What has no date of its own counts by its article's date.
//
// @mode    read
// @param   from: date = null  ISO day; earlier statements, events, articles do not count
// @param   to: date = null    ISO day; later ones do not count
// @returns key, name, type, said, about, events, articles, mentions
MATCH (entity:Entity)
WHERE entity.key IS NOT NULL AND entity.names IS NOT NULL
WITH
  entity,
  COLLECT {
    MATCH (entity)-[mention:MENTIONED_IN]->(article:Article)
    WHERE ($from IS NULL OR article.published >= date($from))
      AND ($to IS NULL OR article.published <= date($to))
    RETURN mention.count
  } AS counts
RETURN
  entity.key AS key,
  entity.name AS name,
  entity.type AS type,
  COUNT {
    MATCH (entity)-[:SAID]->(statement:Statement)
    WHERE ($from IS NULL OR statement.dayTo >= date($from))
      AND ($to IS NULL OR statement.day <= date($to))
    RETURN DISTINCT statement
  } AS said,
  COUNT {
    MATCH (entity)<-[:ABOUT]-(statement:Statement)
    WHERE ($from IS NULL OR statement.dayTo >= date($from))
      AND ($to IS NULL OR statement.day <= date($to))
    RETURN DISTINCT statement
  } AS about,
  COUNT {
    MATCH (entity)<-[:ACTOR|RECIPIENT|TOOK_PLACE_IN]-(event:Event)
    WHERE event.type <> "OTHER"
      AND ($from IS NULL OR event.dayTo >= date($from))
      AND ($to IS NULL OR event.day <= date($to))
    RETURN DISTINCT event
  } AS events,
  size(counts) AS articles,
  reduce(total = 0, number IN counts | total + number) AS mentions
ORDER BY key
