// Write figures
//
// @mode    write
// @param   rows: rows  maps of key and properties
// @returns nothing
UNWIND $rows AS row
MERGE (figure:Figure {key: row.key})
SET figure = row.properties
