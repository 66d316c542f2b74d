// Which indexes there are, those of constraints among them
//
// @mode    read
// @returns name
SHOW INDEXES YIELD name
RETURN name
