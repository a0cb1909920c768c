import { NOW } from './calendar.mjs';
import { chooser } from './chance.mjs';

const channel = chooser([
  ['sms', 68],
  ['email', 27],
  ['other', 5],
]);
const outboundStatus = chooser([
  ['delivered', 80],
  ['read', 10],
  ['sent', 4],
  ['failed', 3],
  ['undelivered', 3],
]);
const aiFeature = chooser([
  ['', 85],
  ['text_agent', 8],
  ['follow_up', 4],
  ['translation', 2],
  ['summary', 1],
]);
const MINUTE_MS = 60_000;

/** Writes `count` messages as conversations, each begun by either side and answered or not. */
export function writeMessages(organization, count, file) {
  const { calendar } = organization;
  calendar.spread(count).forEach((messages, index) => {
    let left = messages;
    while (left > 0) left -= writeConversation(organization, calendar.days[index], left, file);
  });
}

/** @returns {number} how many messages it has, at most `limit` */
function writeConversation(organization, day, limit, file) {
  const { id, random, calendar, nextId } = organization;
  const { phone, member, contact } = organization.participants(day);
  const by = channel(random.next());
  let at = calendar.instantOf(day, random);
  let isInbound = random.chance(0.65);
  let written = 0;
  do {
    const tail = isInbound
      ? ['inbound', 'received', '']
      : ['outbound', outboundStatus(random.next()), aiFeature(random.next())];
    file.write([nextId.message(), id, phone, member, contact, by, ...tail, iso(at)]);
    written += 1;
    const changes = random.chance(0.7);
    at += Math.floor(random.logNormal(changes ? 7 : 1.5, 1.2) * MINUTE_MS);
    isInbound = changes ? !isInbound : isInbound;
  } while (written < limit && at <= NOW && random.chance(0.8));
  return written;
}

const iso = (ms) => new Date(ms).toISOString();
