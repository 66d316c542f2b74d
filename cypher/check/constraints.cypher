// Which constraints there are
//
// @mode    read
// @returns name
SHOW CONSTRAINTS YIELD name
RETURN name
