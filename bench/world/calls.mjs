import { NOW } from './calendar.mjs';
import { chooser } from './chance.mjs';

const endedStatus = chooser([
  ['completed', 70],
  ['no_answer', 12],
  ['voicemail', 7],
  ['busy', 4],
  ['canceled', 4],
  ['failed', 3],
]);
const openStatus = chooser([
  ['in_progress', 6],
  ['ringing', 3],
  ['queued', 1],
]);
const outcome = chooser([
  ['', 40],
  ['interested', 20],
  ['callback', 15],
  ['resolved', 20],
  ['wrong_number', 5],
]);
const STILL_OPEN_MS = 600_000;

const iso = (ms) => new Date(ms).toISOString();

/** Writes `count` calls over the organization's history. */
export function writeCalls(organization, count, file) {
  const { calendar } = organization;
  calendar.spread(count).forEach((calls, index) => {
    for (let call = 0; call < calls; call++) writeCall(organization, calendar.days[index], file);
  });
}

function writeCall(organization, day, file) {
  const { id, random, calendar, nextId } = organization;
  const { phone, member, contact } = organization.participants(day);
  const at = calendar.instantOf(day, random);
  const status = (at > NOW - STILL_OPEN_MS ? openStatus : endedStatus)(random.next());
  const direction = random.chance(0.45) ? 'inbound' : 'outbound';
  const head = [nextId.call(), id, phone, member, contact, direction, status];
  if (status !== 'completed') {
    file.write([...head, '', iso(at), '', '', '', '', '']);
    return;
  }
  const wait = Math.min(300, Math.floor(random.logNormal(9, 0.7)));
  const talk = Math.min(7200, Math.floor(random.logNormal(150, 0.9)));
  const answeredAt = at + wait * 1000;
  const recording = random.chance(0.4) ? `https://recordings.example.com/${head[0]}.mp3` : '';
  file.write([
    ...head,
    outcome(random.next()),
    iso(at),
    iso(answeredAt),
    iso(answeredAt + talk * 1000),
    talk,
    wait,
    recording,
  ]);
}
