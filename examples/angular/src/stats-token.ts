import type { GetToken } from '@inlay/sdk';

/** Asks the CRM's own backend for a token of the reader who is signed in. */
export const getToken: GetToken = async ({ signal }) => {
  const response = await fetch('/inlay-token', { method: 'POST', signal });
  if (!response.ok) throw new Error(`No token: the backend answered ${response.status}`);
  return response.text();
};
