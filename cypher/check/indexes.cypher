// Which indexes there are
//
// @mode    read
// @returns name
SHOW INDEXES YIELD name
RETURN name
