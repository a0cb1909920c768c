/** What `#schema` is outside browsers; see package.json. */
export * from 'zod/mini';
