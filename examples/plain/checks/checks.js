import * as values from '/shared/values.js';

const { cells, cellsAt, lists, permissions, properties, tellerAt, getToken } = values;
const define = () => import('/inlay/inlay.js');
const main = document.querySelector('main');

/** An element with properties and children. */
const make = (tag, given = {}, ...children) => {
  const element = Object.assign(document.createElement(tag), given);
  element.append(...children);
  return element;
};

/** Each draws its check and gives what is done as the page's state goes on. */
const checks = {
  attributes() {
    const template = document.createElement('template');
    template.innerHTML =
      '<kpi-cards time-range="today" heading="Calls" heading-level="2" bare></kpi-cards>';
    main.append(template.content);
  },
  properties() {
    const heatmap = make('dash-heatmap', { cells, ...properties[0] });
    main.append(heatmap);
    return (step) => Object.assign(heatmap, properties[step]);
  },
  rich() {
    const heatmap = make('dash-heatmap', { cells });
    main.append(make('stats-provider', { getToken, permissions }, heatmap));
    return (step) => (heatmap.cells = cellsAt(step));
  },
  late() {
    const heatmap = make('dash-heatmap', { heading: 'Step 0', bare: true, cells });
    heatmap.addEventListener('inlay-select', tellerAt(0));
    main.append(make('stats-provider', { getToken }, heatmap));
    return (step) => Object.assign(heatmap, { heading: `Step ${step}`, cells: cellsAt(step) });
  },
  events() {
    const heatmap = make('dash-heatmap', { cells });
    let teller = tellerAt(0);
    heatmap.addEventListener('inlay-select', teller);
    main.append(heatmap);
    return (step) => {
      heatmap.removeEventListener('inlay-select', teller);
      teller = tellerAt(step);
      if (step < 2) heatmap.addEventListener('inlay-select', teller);
    };
  },
  prevented() {
    const provider = make('stats-provider', { timeRange: 'today' }, make('time-range-selector'));
    const prevent = (event) => event.preventDefault();
    provider.addEventListener('inlay-range-change', prevent);
    main.append(provider);
    return () => provider.removeEventListener('inlay-range-change', prevent);
  },
  state() {
    const output = make('output', { textContent: 'today' });
    const provider = make('stats-provider', { timeRange: 'today' }, make('time-range-selector'));
    provider.addEventListener('inlay-range-change', ({ detail }) => {
      output.textContent = detail.time_range;
    });
    main.append(provider, output);
    return () => (provider.timeRange = output.textContent);
  },
  children() {
    const inside = make('p', { textContent: 'Step 0' });
    const header = make('span', { slot: 'header', textContent: 'Step 0' });
    main.append(make('stats-provider', {}, inside, make('stats-dashboard', {}, header)));
    return (step) => {
      inside.textContent = header.textContent = `Step ${step}`;
      if (step === 2) header.remove();
    };
  },
  conditional() {
    const provider = make('stats-provider', { baseUrl: '/', getToken, timeRange: 'last_7_days' });
    provider.append(make('kpi-cards'));
    main.append(provider);
    return (step) => {
      if (step === 1) provider.replaceChildren();
      else provider.append(make('kpi-cards'));
    };
  },
  parents() {
    const given = { baseUrl: '/', getToken };
    const figures = make('kpi-cards');
    const today = make('stats-provider', { ...given, timeRange: 'last_7_days' }, figures);
    const ever = make('stats-provider', { ...given, timeRange: 'all_time' });
    main.append(today, ever);
    return (step) => (step === 1 ? ever : today).append(figures);
  },
  list() {
    const items = lists[0].map((heading) => make('dash-heatmap', { id: heading, heading, cells }));
    main.append(...items);
    return (step) =>
      main.replaceChildren(...lists[step].map((id) => items.find((item) => item.id === id)));
  },
};

if (values.asked === 'late') Object.assign(window, { define });
else await define();

let step = 0;
const goOn = checks[values.asked]();
const next = make('button', { id: 'next', textContent: 'Next' });
next.addEventListener('click', () => goOn(++step));
document.body.append(next);
