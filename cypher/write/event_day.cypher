// Write the days that events count under
//
// @mode    write
// @param   rows: rows  maps of key, day, dayTo and dayBasis
// @returns nothing
UNWIND $rows AS row
MATCH (event:Event {key: row.key})
SET
  event.day = row.day,
  event.dayTo = row.dayTo,
  event.dayBasis = row.dayBasis
