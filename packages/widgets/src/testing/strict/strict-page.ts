import { elements } from '../../elements.js';
import { defineAll } from '../../define.js';
import { aiOriginAnswer } from '../fixtures/ai-message-origin-stats.js';
import { aiUsageAnswer } from '../fixtures/ai-usage-stats.js';
import { engagementAnswer } from '../fixtures/engagement-stats.js';
import { messagingAnswer } from '../fixtures/messaging-stats.js';
import { planAnswer } from '../fixtures/plan-stats.js';
import { statsAnswer } from '../fixtures/stats.js';
import { textAgentAnswer } from '../fixtures/text-agent-stats.js';
import { chooseInMenu, openMenu } from '../menu.js';
import { downloadOf } from '../downloads.js';
import { drawingOf } from '../drawing.js';
import { ScriptedClient } from '../scripted-client.js';
import type { Fetching } from '../states.js';
import { tone } from '../tone.js';

/** What the page tells the test that opened it. */
export interface StrictReport {
  readonly violations: string[];
  readonly errors: string[];
  /** Tags of the elements that drew something. */
  readonly drawn: string[];
  /** How many controls were focused and pressed. */
  readonly touched: number;
  /** Names of the files that readers could take along. */
  readonly files: string[];
}

const answers: Record<string, unknown> = {
  stats: statsAnswer,
  'messaging-stats': messagingAnswer,
  'text-agent-stats': textAgentAnswer,
  'plan-stats': planAnswer,
  'ai-usage-stats': aiUsageAnswer,
  'ai-message-origin-stats': aiOriginAnswer,
  'engagement-stats': engagementAnswer,
};

const violations: string[] = [];
const errors: string[] = [];
const files: string[] = [];
const drawn: string[] = [];
let touched = 0;

document.addEventListener('securitypolicyviolation', (event) => {
  violations.push(`${event.violatedDirective}: ${event.blockedURI} ${event.sample}`);
});
window.addEventListener('error', (event) => errors.push(event.message));
window.addEventListener('unhandledrejection', (event) => errors.push(String(event.reason)));

const frame = () => new Promise((resolve) => requestAnimationFrame(() => resolve(undefined)));

/** Answers every request, or fails it where there is no answer to it. */
async function answerAll(client: ScriptedClient): Promise<void> {
  await frame();
  for (const request of client.requests.splice(0)) {
    const answer = answers[request.slice];
    await (answer === undefined ? request.fail('unavailable') : request.answer(answer));
  }
  await frame();
}

/** Everything that can be used, but of those that are alike, as cells are, the first few. */
function targetsIn(root: ShadowRoot): HTMLElement[] {
  const alike = new Map<string, number>();
  const all = [...root.querySelectorAll<HTMLElement>('button, input, [tabindex], [role]')];
  return all.filter((target) => {
    const kind = `${target.localName} ${target.role} ${target.getAttribute('part')}`;
    const count = (alike.get(kind) ?? 0) + 1;
    alike.set(kind, count);
    return count <= 3;
  });
}

/** Points at, focuses and presses what can be. */
async function touch(root: ShadowRoot): Promise<void> {
  for (const target of targetsIn(root)) {
    const { left, top } = target.getBoundingClientRect();
    const at = { bubbles: true, composed: true, clientX: left + 2, clientY: top + 2 };
    for (const type of ['pointerover', 'pointerenter', 'pointermove', 'mousemove', 'mouseover']) {
      target.dispatchEvent(new PointerEvent(type, at));
    }
    target.focus();
    for (const key of ['ArrowRight', 'ArrowDown', 'End', 'Home']) {
      target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true }));
    }
    if (target instanceof HTMLButtonElement) target.click();
    touched++;
    await frame();
  }
}

/** Waits for what is drawn on demand. */
async function drawAll(element: Element, root: ShadowRoot): Promise<void> {
  if (root.querySelector('[part~=drawing]')) await drawingOf(element as Fetching);
}

/** Chooses every item of the menu for the numbers. */
async function chooseAll(element: HTMLElement, root: ShadowRoot): Promise<void> {
  const button = root.querySelector('[part~=menu-button]');
  if (!button?.checkVisibility({ visibilityProperty: true })) return;
  for (const item of ['download-csv', 'download-image'] as const) {
    await openMenu(element);
    if (!root.querySelector(`[part~=${item}]`)) continue;
    const { name } = await downloadOf(() => void chooseInMenu(element, item));
    files.push(name);
  }
  await chooseInMenu(element, 'view-table');
  await frame();
}

/** Does what the policy must refuse. */
async function violate(): Promise<void> {
  const markup = '<p style="color: red">Text</p>';
  document.body.setAttribute('style', 'color: red');
  try {
    // eslint-disable-next-line no-restricted-properties -- the policy must refuse it
    document.body.insertAdjacentHTML('beforeend', markup);
  } catch {
    // Trusted Types refuse the text; the report is what the test is about.
  }
  while (violations.length < 2) await frame();
}

/** Draws and uses every element. */
async function useAll(): Promise<void> {
  for (const tag of Object.keys(elements)) {
    const client = new ScriptedClient();
    client.resolveRecording = async () => recording;
    const element = document.createElement(tag);
    Object.assign(element, { client, permissions: tag === 'stats-provider' ? [] : undefined });
    document.body.append(element);
    await answerAll(client);
    const root = element.shadowRoot;
    if (!root) continue;
    if (root.querySelector('[part]')) drawn.push(tag);
    await drawAll(element, root);
    await touch(root);
    await chooseAll(element as HTMLElement, root);
    await answerAll(client);
    Object.assign(element, { timeRange: 'today' });
    await frame();
    for (const request of client.requests.splice(0)) await request.fail('unavailable');
    await frame();
    element.remove();
  }
}

defineAll();
const recording = URL.createObjectURL(tone(2));
document.addEventListener('inlay-error', (event) => event.preventDefault());
await (location.search === '?violate' ? violate() : useAll());

const report: StrictReport = { violations, errors, drawn, touched, files };
parent.postMessage(report, location.origin);
