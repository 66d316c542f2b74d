// The day of the newest article
//
// From which a question's "last week" and "in November" count.
//
// @mode    read
// @returns published
MATCH (article:Article)
WHERE article.published IS NOT NULL
RETURN article.published AS published
ORDER BY published DESC
LIMIT 1
