// Words of articles and statements, accents aside: Neo4j's alone
//
// @mode    schema
// @returns nothing
CREATE FULLTEXT INDEX text_full IF NOT EXISTS
FOR (node:Text|Statement) ON EACH [node.text]
OPTIONS {indexConfig: {`fulltext.analyzer`: "standard-folding"}}
