/**
 * The organizations of the demo and the people who look at them: what a CRM knows from its own
 * database. Used by the page, and by the backend when it makes a token.
 *
 * `defaultRange` is the range with which the page opens.
 */
export const organizations = [
  {
    id: 'copenhagen-desk',
    name: 'Copenhagen desk',
    monogram: 'Cd',
    about:
      'Real calls and texts of the Copenhagen Networks Study, moved to the last two weeks; names and numbers are invented. Copenhagen time.',
    defaultRange: 'last_7_days',
    readers: [
      {
        id: 'owner',
        name: 'Freja Skovgaard',
        title: 'Owner',
        role: 'org_owner',
        permissions: [],
        allowed: 'The role org_owner shows the whole organization: all 60 desks.',
      },
      {
        id: 'U560',
        name: 'Oskar Friis',
        title: 'Team manager',
        permissions: ['Dashboard:Instance:ViewTeam'],
        allowed: 'ViewTeam shows the desks of the people he manages: the 15 desks of team Amager.',
      },
      {
        id: 'U578',
        name: 'Clara Bay',
        title: 'Member',
        permissions: ['Dashboard:Instance:ViewOwn'],
        allowed: 'ViewOwn shows what runs over her own phone: Desk 47, and nothing else.',
      },
      {
        id: 'U4',
        name: 'Astrid Holm',
        title: 'No permission',
        permissions: [],
        allowed:
          'None of her permissions allows statistics. The elements ask for nothing, and the server would refuse.',
      },
    ],
  },
  {
    id: 'harbor-and-pine',
    name: 'Harbor & Pine',
    monogram: 'HP',
    about:
      'A synthetic furniture shop: four months of calls, SMS, e-mail and web chat. New York time.',
    defaultRange: 'last_30_days',
    readers: [
      {
        id: 'owner',
        name: 'Vivian Harbor',
        title: 'Owner',
        role: 'org_owner',
        permissions: [],
        allowed: 'The role org_owner shows the whole organization: 8 numbers and inboxes.',
      },
      {
        id: 'claire-whitfield',
        name: 'Claire Whitfield',
        title: 'Team manager',
        permissions: ['Dashboard:Instance:ViewTeam'],
        allowed:
          'ViewTeam shows the phones of the people she manages: the five lines and inboxes of Sales.',
      },
      {
        id: 'priya-nambiar',
        name: 'Priya Nambiar',
        title: 'Member',
        permissions: ['Dashboard:Instance:ViewOwn'],
        allowed:
          'ViewOwn shows what runs over her own phones: Main line, Support, Support inbox and Web chat.',
      },
      {
        id: 'kofi-mensah',
        name: 'Kofi Mensah',
        title: 'No permission',
        permissions: [],
        allowed:
          'None of his permissions allows statistics. The elements ask for nothing, and the server would refuse.',
      },
    ],
  },
];

/** The organization and the reader of these ids; `undefined` when there are none. */
export function findReader(organizationId, readerId) {
  const organization = organizations.find(({ id }) => id === organizationId);
  const reader = organization?.readers.find(({ id }) => id === readerId);
  return organization && reader && { organization, reader };
}
