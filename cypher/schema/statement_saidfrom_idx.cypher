// Find statements by day
//
// @mode    schema
// @returns nothing
CREATE INDEX statement_saidfrom_idx IF NOT EXISTS
FOR (statement:Statement) ON (statement.saidFrom)
