/**
 * Tokens for readers, from the backend of a host: signed there with the secret of tokens, or asked
 * of the server with the server key. Loads neither the server nor its database.
 * @module
 */
export { signToken, type SigningOptions, type TokenClaims } from './access/sign-token.js';
export { EmbedTokenRefused, mintEmbedToken, type MintOptions } from './mint-embed-token.js';
