// Find statements by the words that they quote
//
// @mode    schema
// @returns nothing
CREATE INDEX statement_wording_idx IF NOT EXISTS
FOR (statement:Statement) ON (statement.wording)
