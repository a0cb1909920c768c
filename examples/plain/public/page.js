import { getToken } from './stats-token.js';

const provider = document.querySelector('stats-provider');
const chosen = document.querySelector('#chosen');
const expired = document.querySelector('#expired');

provider.getToken = getToken;

provider.addEventListener('inlay-select', ({ detail }) => {
  if (!('weekday' in detail)) return;
  chosen.textContent = `Weekday ${detail.weekday}, ${detail.hour}:00, calls: ${detail.count}`;
});

// The page has a router of its own, so the browser is not to follow the link.
provider.addEventListener('inlay-navigate', (event) => {
  event.preventDefault();
  chosen.textContent = `Now the CRM would open ${event.detail.href}`;
});

provider.addEventListener('inlay-session-expired', () => {
  expired.hidden = false;
});

document.querySelector('#sign-in').addEventListener('click', async () => {
  expired.hidden = true;
  await provider.refresh();
});

document.querySelector('#theme').addEventListener('change', ({ target }) => {
  document.documentElement.dataset.theme = target.value;
});
