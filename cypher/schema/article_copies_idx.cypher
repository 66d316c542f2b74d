// Find articles that have several copies
//
// @mode    schema
// @returns nothing
CREATE INDEX article_copies_idx IF NOT EXISTS
FOR (article:Article) ON (article.copies)
