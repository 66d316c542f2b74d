// Who took part in which event, as what, and when
//
// Deeds that PLOVER has no type for (OTHER) are left to the questions.
//
// @mode    read
// @param   from: date = null  ISO day; earlier events are left out
// @param   to: date = null    ISO day; later events are left out
// @returns entity, role, event, day, dayTo, dayBasis
MATCH (entity:Entity)<-[end:ACTOR|RECIPIENT|TOOK_PLACE_IN]-(event:Event)
WHERE event.type <> "OTHER"
  AND ($from IS NULL OR event.dayTo >= date($from))
  AND ($to IS NULL OR event.day <= date($to))
RETURN
  entity.key AS entity,
  type(end) AS role,
  event.key AS event,
  event.day AS day,
  event.dayTo AS dayTo,
  event.dayBasis AS dayBasis
ORDER BY event, entity, role
