// Delete all names
//
// @mode    write
// @returns nothing
MATCH (name:Name)
DETACH DELETE name
