// Who acted towards whom or where, by type of event, and how often
//
// @mode    read
// @param   from: date = null  ISO day; earlier events do not count
// @param   to: date = null    ISO day; later events do not count
// @returns source, target, type, count
MATCH (actor:Entity)<-[:ACTOR]-(event:Event)-[end:RECIPIENT|TOOK_PLACE_IN]->(target:Entity)
WHERE event.type <> "OTHER"
  AND ($from IS NULL OR event.dayTo >= date($from))
  AND ($to IS NULL OR event.day <= date($to))
RETURN
  actor.key AS source,
  target.key AS target,
  CASE type(end) WHEN 'RECIPIENT' THEN event.type ELSE type(end) END AS type,
  count(DISTINCT event) AS count
ORDER BY source, target, type
