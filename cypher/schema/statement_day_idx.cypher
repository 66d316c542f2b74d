// Find statements by the day that they count under
//
// @mode    schema
// @returns nothing
CREATE INDEX statement_day_idx IF NOT EXISTS
FOR (statement:Statement) ON (statement.day)
