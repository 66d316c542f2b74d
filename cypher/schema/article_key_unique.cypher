// One node a key: articles
//
// @mode    schema
// @returns nothing
CREATE CONSTRAINT article_key_unique IF NOT EXISTS
FOR (article:Article) REQUIRE article.key IS UNIQUE
