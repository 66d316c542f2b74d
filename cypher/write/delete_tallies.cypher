// Delete what articles say of entities, counted
//
// @mode    write
// @param   rows: rows  maps of key
// @returns nothing
UNWIND $rows AS row
MATCH (tally:Tally {key: row.key})
DELETE tally
