export * from './client.js';
export * from './contract/index.js';
export * from './stats-client.js';
