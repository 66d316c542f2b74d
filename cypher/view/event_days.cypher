// When events happened
//
// Deeds that PLOVER has no type for (OTHER) are left to the questions.
//
// @mode    read
// @param   from: date = null  ISO day; earlier events are left out
// @param   to: date = null    ISO day; later events are left out
// @returns key, day, dayTo, dayBasis
MATCH (event:Event)
WHERE event.type <> "OTHER"
  AND ($from IS NULL OR event.dayTo >= date($from))
  AND ($to IS NULL OR event.day <= date($to))
RETURN
  event.key AS key,
  event.day AS day,
  event.dayTo AS dayTo,
  event.dayBasis AS dayBasis
