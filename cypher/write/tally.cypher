// Write what articles say of entities, counted
//
// @mode    write
// @param   rows: rows  maps of key and counts
// @returns nothing
UNWIND $rows AS row
MERGE (tally:Tally {key: row.key})
SET tally.counts = row.counts
