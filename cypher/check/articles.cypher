// Articles in the order of their keys, some at a time
//
// @mode    read
// @param   after: string  the key before the first
// @param   limit: integer  how many
// @returns article
MATCH (article:Article)
WHERE article.key > $after
RETURN properties(article) AS article
ORDER BY article.key
LIMIT $limit
