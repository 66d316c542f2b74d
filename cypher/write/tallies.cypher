// Read what articles say of entities, counted
//
// @mode    write
// @param   rows: rows  maps of key
// @returns key, counts
UNWIND $rows AS row
MATCH (tally:Tally {key: row.key})
RETURN tally.key AS key, tally.counts AS counts
