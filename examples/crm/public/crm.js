import { findReader, organizations } from './readers.js';

const provider = document.querySelector('stats-provider');
const organizationPicker = document.querySelector('#organization');
const readerPicker = document.querySelector('#reader');

/**
 * What a host passes to the elements: a function that gets the reader's token from the host's own
 * backend. It is called before the first request, before a token ends, and when one is refused.
 */
function tokensOf(organization, reader) {
  return async ({ signal }) => {
    const response = await fetch('/inlay-token', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ organization: organization.id, reader: reader.id }),
      signal,
    });
    if (!response.ok) throw new Error(`No token: the backend answered ${response.status}`);
    return (await response.json()).token;
  };
}

/** Another function is another reader: the elements forget what they showed and ask anew. */
function show(organization, reader) {
  provider.permissions = reader.permissions;
  provider.role = reader.role ?? null;
  provider.getToken = tokensOf(organization, reader);
  describe(organization, reader);
  const query = new URLSearchParams({ organization: organization.id, reader: reader.id });
  window.history.replaceState(null, '', `?${query}${window.location.hash}`);
}

function describe(organization, reader) {
  document.title = `Communication · ${organization.name} · Larch CRM`;
  document.querySelector('#monogram').textContent = organization.monogram;
  document.querySelector('#account').textContent = organization.name;
  document.querySelector('#about').textContent = organization.about;
  document.querySelector('#who').textContent = `${reader.name}, ${reader.title.toLowerCase()}.`;
  document.querySelector('#allowed').textContent = reader.allowed;
  document.querySelector('#me').textContent = reader.name;
  document.querySelector('#my-title').textContent = reader.title;
  organizationPicker.value = organization.id;
  readerPicker.replaceChildren(
    ...organization.readers.map(
      ({ id, name, title }) => new window.Option(`${title} · ${name}`, id),
    ),
  );
  readerPicker.value = reader.id;
}

function openOrganization(organization, reader = organization.readers[0]) {
  provider.timeRange = organization.defaultRange;
  show(organization, reader);
}

organizationPicker.append(...organizations.map(({ id, name }) => new window.Option(name, id)));
organizationPicker.addEventListener('change', () => {
  openOrganization(organizations.find(({ id }) => id === organizationPicker.value));
});
readerPicker.addEventListener('change', () => {
  const { organization, reader } = findReader(organizationPicker.value, readerPicker.value);
  show(organization, reader);
});

const report = document.querySelector('#report');
let dashboard;

/** Places of the report are anchors in it; the dashboard is one element in its stead. */
function openPlace() {
  const isDashboard = window.location.hash === '#dashboard';
  if (isDashboard) report.replaceWith((dashboard ??= dashboardElement()));
  else dashboard?.replaceWith(report);
  const current = isDashboard ? '#dashboard' : '#report';
  for (const link of document.querySelectorAll('#menu a')) {
    if (link.getAttribute('href') === current) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
}

function dashboardElement() {
  const element = document.createElement('stats-dashboard');
  element.setAttribute('compare', 'previous_period');
  return element;
}

openPlace();
window.addEventListener('hashchange', openPlace);

const asked = new URLSearchParams(window.location.search);
const opened = organizations.find(({ id }) => id === asked.get('organization')) ?? organizations[0];
openOrganization(opened, findReader(opened.id, asked.get('reader'))?.reader);

for (const choice of document.querySelectorAll('[name=theme]')) {
  choice.checked = choice.value === document.documentElement.dataset.theme;
  choice.addEventListener('change', () => {
    document.documentElement.dataset.theme = choice.value;
    localStorage.setItem('crm-theme', choice.value);
  });
}

const menu = document.querySelector('#menu');
menu.addEventListener('click', (event) => {
  if (event.target.closest('a')) menu.hidePopover();
});
