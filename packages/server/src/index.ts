export type { EmbedTokenOptions } from './access/embed-tokens.js';
export { createTokenVerifier, type KeyOptions, type TokenVerifier } from './access/token.js';
export { ReadCounts, type Read, type ReadCountsOptions } from './audit/read-counts.js';
export { writeReadsInto } from './audit/reads.js';
export { createApp, type AppOptions } from './app.js';
export { listen, type Listening, type ListenOptions } from './http/listen.js';
export { openSqlite, type SqliteOptions } from './store/sqlite/sqlite-store.js';
export { systemClock, type Clock } from './time/clock.js';
export type { Reader, Store, Writer } from './store/store.js';
