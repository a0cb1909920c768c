import type { MessageChannel } from '@inlay/sdk/contract';

/** A team, and its people; the first of them manages it. */
export interface Team {
  readonly id: string;
  readonly name: string;
  readonly people: readonly string[];
}

/** A number or inbox, how busy it is and how well it is looked after. */
export interface Line {
  readonly id: string;
  readonly label: string;
  readonly number?: string;
  readonly teams: readonly string[];
  /** Calls on a Monday to Friday, on average; absent for inboxes. */
  readonly calls?: { readonly inbound: number; readonly outbound: number };
  readonly channel: MessageChannel;
  /** Conversations on a Monday to Friday, on average. */
  readonly conversations: number;
  /** Half of the replies during opening hours come within this time. */
  readonly replyMinutes: number;
  /** How often the latest conversation with somebody was not answered. */
  readonly neglect: number;
}

export const teams: readonly Team[] = [
  {
    id: 'support',
    name: 'Support',
    people: ['Maya Ellison', 'Jonah Reyes', 'Priya Nambiar', 'Theo Lindqvist', 'Hana Okabe'],
  },
  {
    id: 'sales',
    name: 'Sales',
    people: ['Claire Whitfield', 'Marcus Boateng', 'Elena Marchetti', 'Diego Salazar'],
  },
  {
    id: 'delivery',
    name: 'Delivery',
    people: ['Ruth Abernathy', 'Kofi Mensah', 'Lena Vogel'],
  },
];

/** Numbers are of the range 555-0100 to 555-0199, which is kept free for fiction. */
export const lines: readonly Line[] = [
  {
    id: 'main',
    label: 'Main line',
    number: '+12125550100',
    teams: ['support', 'sales'],
    calls: { inbound: 13, outbound: 2 },
    channel: 'sms',
    conversations: 2.5,
    replyMinutes: 7,
    neglect: 0.2,
  },
  {
    id: 'support-line',
    label: 'Support',
    number: '+12125550101',
    teams: ['support'],
    calls: { inbound: 15, outbound: 6 },
    channel: 'sms',
    conversations: 7,
    replyMinutes: 4,
    neglect: 0.08,
  },
  {
    id: 'sales-line',
    label: 'Sales',
    number: '+12125550102',
    teams: ['sales'],
    calls: { inbound: 5, outbound: 12 },
    channel: 'sms',
    conversations: 5,
    replyMinutes: 9,
    neglect: 0.3,
  },
  {
    id: 'delivery-line',
    label: 'Delivery',
    number: '+12125550103',
    teams: ['delivery'],
    calls: { inbound: 6, outbound: 7 },
    channel: 'sms',
    conversations: 3.5,
    replyMinutes: 26,
    neglect: 0.9,
  },
  {
    id: 'trade-desk',
    label: 'Trade desk',
    number: '+12125550104',
    teams: ['sales'],
    calls: { inbound: 3, outbound: 4 },
    channel: 'sms',
    conversations: 1.5,
    replyMinutes: 12,
    neglect: 0.5,
  },
  {
    id: 'support-inbox',
    label: 'Support inbox',
    teams: ['support'],
    channel: 'email',
    conversations: 5,
    replyMinutes: 48,
    neglect: 0.25,
  },
  {
    id: 'sales-inbox',
    label: 'Sales inbox',
    teams: ['sales'],
    channel: 'email',
    conversations: 3,
    replyMinutes: 75,
    neglect: 0.6,
  },
  {
    id: 'web-chat',
    label: 'Web chat',
    teams: ['support', 'sales'],
    channel: 'other',
    conversations: 4,
    replyMinutes: 2,
    neglect: 0.15,
  },
];

/** Where people write without a number or inbox of the company; not a phone. */
export const socialMedia: Line = {
  id: 'social-media',
  label: 'Social media',
  teams: ['support'],
  channel: 'other',
  conversations: 1,
  replyMinutes: 35,
  neglect: 0.4,
};

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly team: Team;
  readonly isManager: boolean;
}

/** Everybody who works there, team by team. */
export const people: readonly Person[] = teams.flatMap((team) =>
  team.people.map((name, place) => ({
    id: name.toLowerCase().replaceAll(' ', '-'),
    name,
    team,
    isManager: place === 0,
  })),
);

/** Whom a line rings, busiest first. */
export function staffOf(line: Line): readonly Person[] {
  return people.filter(({ team }) => line.teams.includes(team.id));
}

const givenNames = (
  'Ava Caleb Nora Silas June Ezra Willa Desmond Iris Ronan Beth Malik Tessa Arjun Opal Felix ' +
  'Yara Hugo Greta Omar Dalia Wes Ingrid Tariq Mabel Jude Simone Amos Leila Boyd Cora Rafael ' +
  'Edie Kenji Thea Anders Naomi Cyrus Fern Lionel'
).split(' ');

const familyNames = (
  'Alder Baptiste Crane Duarte Eastman Fontaine Gallagher Hart Ibarra Jansen Keller Langford ' +
  'Moreau Nakagawa Ortega Pruitt Quigley Rowe Sandoval Thatcher Underhill Vance Wexler Yates ' +
  'Zamora Ashby Beckett Calloway Dunmore Espinoza Farrow Goddard Halloran Innes Jarvis Kimball ' +
  'Lockhart'
).split(' ');

/** An invented name for each place in a list; the first 1,480 differ. */
export function contactName(place: number): string {
  const given = givenNames[place % givenNames.length];
  return `${given} ${familyNames[place % familyNames.length]}`;
}
