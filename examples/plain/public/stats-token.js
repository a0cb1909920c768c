/** Asks the CRM's own backend for a token of the reader who is signed in. */
export async function getToken({ signal }) {
  const response = await fetch('/inlay-token', { method: 'POST', signal });
  if (!response.ok) throw new Error(`No token: the backend answered ${response.status}`);
  return response.text();
}
