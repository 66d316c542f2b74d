// Write the days that statements count under
//
// @mode    write
// @param   rows: rows  maps of key, day, dayTo, dayText and dayBasis
// @returns nothing
UNWIND $rows AS row
MATCH (statement:Statement {key: row.key})
SET
  statement.day = row.day,
  statement.dayTo = row.dayTo,
  statement.dayText = row.dayText,
  statement.dayBasis = row.dayBasis
