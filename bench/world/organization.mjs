import { Random } from '../../packages/server/dist/seed/random.js';
import { zoneOf } from '../../packages/server/dist/time/segments.js';
import { Calendar, NOW } from './calendar.mjs';
import { chooser } from './chance.mjs';

const PHONES_PER_MEMBER = 5;
const DAY_MS = 86_400_000;
const CONTACT_DRIFT = 0.12;

export const teamId = (index) => `t${index}`;
export const memberId = (index) => `m${String(index).padStart(3, '0')}`;
const phoneId = (index) => `p${String(index).padStart(3, '0')}`;
const contactId = (index) => `k${index.toString(36).padStart(5, '0')}`;

/** Ids of one kind of event, in the order in which they are given out. */
const eventIds = (prefix) => {
  let last = 0;
  return () => `${prefix}${(last++).toString(36).padStart(6, '0')}`;
};

/**
 * An organization whose members each answer five phones, and how its events choose among them: some
 * phones are busier, contacts come and go over the years and mostly keep to one phone.
 */
export class Organization {
  constructor({ id, timezone, events, members, membersPerTeam, contacts }) {
    Object.assign(this, { id, timezone, events, members, membersPerTeam, contacts });
    this.phones = members * PHONES_PER_MEMBER;
    this.calendar = new Calendar(zoneOf(timezone));
    this.random = new Random(`bench ${id} ${events}`);
    this.nextId = {
      call: eventIds('c'),
      message: eventIds('s'),
      todo: eventIds('d'),
      suggestion: eventIds('g'),
      plan: eventIds('l'),
      usage: eventIds('u'),
    };
    this.#phone = chooser(
      Array.from({ length: this.phones }, (_, index) => [
        index,
        1 / (((index * 137) % this.phones) + 60),
      ]),
    );
    this.#home = Uint16Array.from({ length: contacts }, () => this.#phone(this.random.next()));
  }

  #phone;
  #home;

  /** The index of a contact of a day. */
  contact(day) {
    const { random, contacts } = this;
    const drift = (random.next() + random.next() + random.next() - 1.5) * 2 * CONTACT_DRIFT;
    const at = random.chance(0.25) ? random.next() : this.calendar.progress(day) + drift;
    return Math.min(contacts - 1, Math.max(0, Math.floor(at * contacts)));
  }

  /** Who takes part in an event of a day, as ids; few have no phone or no contact. */
  participants(day) {
    const { random } = this;
    const contact = this.contact(day);
    const phone = random.chance(0.85) ? this.#home[contact] : this.#phone(random.next());
    const member = random.chance(0.9)
      ? Math.floor(phone / PHONES_PER_MEMBER)
      : random.integer(0, this.members - 1);
    return {
      phone: random.chance(0.01) ? '' : phoneId(phone),
      member: random.chance(0.02) ? '' : memberId(member),
      contact: random.chance(0.01) ? '' : contactId(contact),
    };
  }

  /** Writes everything but events. */
  writeDirectory(files) {
    const { id, timezone, members, membersPerTeam, phones, contacts } = this;
    files.organizations.write([id, `Organization ${id}`, timezone]);
    for (let team = 0; team * membersPerTeam < members; team++) {
      files.teams.write([teamId(team), id, `Team ${team}`]);
    }
    for (let member = 0; member < members; member++) this.#writeMember(files, member);
    for (let phone = 0; phone < phones; phone++) {
      const number = `+4930${String(1_000_000 + phone)}`;
      const label = phone % 10 === 9 ? '' : `Line ${phone}`;
      files.phones.write([phoneId(phone), id, number, label]);
      const member = memberId(Math.floor(phone / PHONES_PER_MEMBER));
      files.phone_assignments.write([id, phoneId(phone), member]);
    }
    for (let contact = 0; contact < contacts; contact++) this.#writeContact(files, contact);
  }

  #writeMember(files, member) {
    const { id, membersPerTeam } = this;
    const name = memberId(member);
    files.members.write([name, id, `Member ${member}`, `${name}@example.com`]);
    const team = teamId(Math.floor(member / membersPerTeam));
    files.team_members.write([id, team, name, member % membersPerTeam === 0]);
  }

  #writeContact(files, contact) {
    const { id, random, members } = this;
    const owner = random.chance(0.1) ? '' : memberId(random.integer(0, members - 1));
    const createdAt = new Date(NOW - random.integer(1, 1200) * DAY_MS).toISOString();
    files.contacts.write([contactId(contact), id, `Contact ${contact}`, owner, createdAt]);
  }
}
