export * from './client.js';
export * from './contract/index.js';
export * from './each-record.js';
export * from './stats-client.js';
