// A name that leads to entities, if there is any
//
// @mode    read
// @returns key
MATCH (name:Name)
WHERE name.key IS NOT NULL
RETURN name.key AS key
LIMIT 1
