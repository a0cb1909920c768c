const provider = document.querySelector('stats-provider');
const chosen = document.querySelector('#chosen');

/** Asks the CRM's own backend for a token of the reader who is signed in. */
provider.getToken = async ({ signal }) => {
  const response = await fetch('/inlay-token', { method: 'POST', signal });
  if (!response.ok) throw new Error(`No token: the backend answered ${response.status}`);
  return response.text();
};

/** A preset that the reader chose is in the address, so that the server draws it next time. */
provider.addEventListener('inlay-range-change', ({ detail }) => {
  if (detail.time_range === 'custom') return;
  window.history.replaceState(null, '', `?range=${detail.time_range}`);
});

provider.addEventListener('inlay-select', ({ detail }) => {
  if (!('weekday' in detail)) return;
  chosen.textContent = `Weekday ${detail.weekday}, ${detail.hour}:00, calls: ${detail.count}`;
});

provider.addEventListener('inlay-navigate', (event) => {
  event.preventDefault();
  chosen.textContent = `Now the CRM would open ${event.detail.href}`;
});

provider.addEventListener('inlay-session-expired', () => {
  chosen.textContent = 'Your session has ended. Sign in again, please.';
});

document.querySelector('#theme').addEventListener('change', ({ target }) => {
  document.documentElement.dataset.theme = target.value;
});
