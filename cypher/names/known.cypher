// Every name, folded
//
// @mode    read
// @returns key
MATCH (name:Name)
WHERE name.key IS NOT NULL
RETURN name.key AS key
ORDER BY key
