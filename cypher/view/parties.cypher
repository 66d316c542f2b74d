// Who took part in which event, as what
//
// Deeds that PLOVER has no type for (OTHER) are left to the questions.
//
// @mode    read
// @param   from: date = null  ISO day; earlier events are left out
// @param   to: date = null    ISO day; later events are left out
// @returns entity, role, event
MATCH (entity:Entity)<-[end:ACTOR|RECIPIENT|TOOK_PLACE_IN]-(event:Event)
WHERE event.type <> "OTHER"
  AND ($from IS NULL OR event.dayTo >= date($from))
  AND ($to IS NULL OR event.day <= date($to))
RETURN entity.key AS entity, type(end) AS role, event.key AS event
