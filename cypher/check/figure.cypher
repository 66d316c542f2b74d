// Find figures by their keys
//
// @mode    read
// @param   rows: rows  maps of key
// @returns key
UNWIND $rows AS row
MATCH (figure:Figure {key: row.key})
RETURN figure.key AS key
