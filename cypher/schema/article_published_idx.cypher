// Find articles by day
//
// @mode    schema
// @returns nothing
CREATE INDEX article_published_idx IF NOT EXISTS
FOR (article:Article) ON (article.published)
