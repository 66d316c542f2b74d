// Who took part in which event, as what, and when
//
// Deeds that PLOVER has no type for (OTHER) are left to the questions.
//
// @mode    read
// @param   from: date = null  ISO day; earlier events are left out
// @param   to: date = null    ISO day; later events are left out
// @returns entity, role, event, from, to, published
MATCH (entity:Entity)<-[end:ACTOR|RECIPIENT|TOOK_PLACE_IN]-(event:Event)
  -[:REPORTED_IN]->(article:Article)
WHERE event.type <> "OTHER"
  AND ($from IS NULL OR coalesce(event.to, article.published) >= date($from))
  AND ($to IS NULL OR coalesce(event.from, article.published) <= date($to))
RETURN
  entity.key AS entity,
  type(end) AS role,
  event.key AS event,
  event.from AS from,
  event.to AS to,
  article.published AS published
ORDER BY event, entity, role
