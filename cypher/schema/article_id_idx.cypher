// Find articles by the id of their first copy
//
// @mode    schema
// @returns nothing
CREATE INDEX article_id_idx IF NOT EXISTS
FOR (article:Article) ON (article.id)
