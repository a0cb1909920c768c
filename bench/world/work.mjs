import { chooser } from './chance.mjs';

const todoStatus = chooser([
  ['completed', 60],
  ['pending', 20],
  ['in_progress', 12],
  ['canceled', 8],
]);
const suggestionOutcome = chooser([
  ['auto_sent', 45],
  ['accepted', 25],
  ['edited', 15],
  ['rejected', 12],
  ['pending', 3],
]);
const planStatus = chooser([
  ['active', 30],
  ['completed', 40],
  ['draft', 10],
  ['paused', 8],
  ['canceled', 8],
  ['failed', 4],
]);
const feature = chooser([
  ['text_agent', 50],
  ['call_summary', 30],
  ['translation', 12],
  ['lead_scoring', 8],
]);
const MILLION = 1_000_000;

/** Calls `write(day, at)` for each of `count` events of the history; `at` is RFC 3339. */
function eachEvent({ calendar, random }, count, write) {
  calendar.spread(count).forEach((events, index) => {
    const day = calendar.days[index];
    for (let event = 0; event < events; event++) {
      write(day, new Date(calendar.instantOf(day, random)).toISOString());
    }
  });
}

export function writeTodos(organization, count, file) {
  const { id, random, nextId } = organization;
  eachEvent(organization, count, (day, at) => {
    const { member, contact } = organization.participants(day);
    file.write([nextId.todo(), id, member, contact, 'Call back', todoStatus(random.next()), at]);
  });
}

export function writeSuggestions(organization, count, file) {
  const { id, random, nextId } = organization;
  eachEvent(organization, count, (day, at) => {
    const { phone, member, contact } = organization.participants(day);
    const confidence = random.integer(300_000, MILLION) / MILLION;
    const outcome = suggestionOutcome(random.next());
    const head = [nextId.suggestion(), id, phone, member, contact, confidence, outcome];
    file.write([...head, random.chance(0.08), at]);
  });
}

export function writeUsage(organization, count, file) {
  const { id, random, nextId } = organization;
  eachEvent(organization, count, (day, at) => {
    const { member } = organization.participants(day);
    const tokens = random.integer(50, 6000);
    const cost = (tokens * random.integer(1, 9)) / MILLION;
    file.write([nextId.usage(), id, member, feature(random.next()), tokens, cost, at]);
  });
}

export function writePlans(organization, count, files) {
  const { id, random, nextId } = organization;
  eachEvent(organization, count, (day, at) => {
    const plan = nextId.plan();
    const { member } = organization.participants(day);
    files.plans.write([plan, id, member, `Plan ${plan}`, planStatus(random.next()), at]);
    const contacts = new Set(
      Array.from({ length: random.integer(5, 40) }, () => organization.participants(day).contact),
    );
    contacts.delete('');
    for (const contact of contacts) files.plan_contacts.write([id, plan, contact]);
  });
}
